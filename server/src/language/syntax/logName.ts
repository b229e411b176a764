/** Names that only logs have; the editor claims them too (`filenamePatterns` in package.json). */
const LOG_NAME = /-(?:WeChat|chat)\.txt$/;

/** Whether a file's name, or the URI or path that ends with it, is one that only logs have. */
export const isLogName = (name: string): boolean => LOG_NAME.test(name);

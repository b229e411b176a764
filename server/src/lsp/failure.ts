/** Where in the program something failed, for the log: the stack without the error's message, which may quote a chat. */
export function placeOfFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return error.stack?.replace(error.message, () => '…') ?? error.name;
}

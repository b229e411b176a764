import type { Files } from '../language/index.js';

/**
 * The files beside a log, of which only those on the log's own host are looked at. What comes with a workspace may name a
 * folder on another machine, and merely to look there tells that machine who looks.
 */
export function onHostOf(log: string, files: Files): Files {
  const host = hostOf(log);
  return { ...files, exists: (uri) => (hostOf(uri) === host ? files.exists(uri) : undefined) };
}

const hostOf = (uri: string): string | undefined => /^[a-z][\w+.-]*:\/\/([^/]*)/i.exec(uri)?.[1]?.toLowerCase();

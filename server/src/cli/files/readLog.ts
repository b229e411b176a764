import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ChatDocument, type Message, message } from '../../language/index.js';
import { unreadable } from '../../system/fileTrouble.js';
import { InputError } from '../../system/inputError.js';
import { decodeUtf8 } from '../../system/utf8.js';

/** A log as it was read. */
export interface LogFile {
  readonly document: ChatDocument;
  /** What the bytes seem to be where they are no UTF-8: then the document lacks some, and must not be written back. */
  readonly otherEncoding?: 'UTF-16' | 'GB18030' | 'unknown';
}

/** Reads a log from disk. Throws {@link InputError} where it can't be read. */
export function readLog(path: string): LogFile {
  let bytes: Buffer;
  try {
    // For many small files the asynchronous ones take two to four times as long.
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(unreadable(path, error));
  }
  return decodeLog(bytes, pathToFileURL(path).href);
}

/** The log that bytes hold. Those that are no UTF-8 become U+FFFD. */
export function decodeLog(bytes: Buffer, uri: string): LogFile {
  const document = ChatDocument.parse(uri, 0, decodeUtf8(bytes));
  return isUtf8(bytes) && !isUtf16(bytes) ? { document } : { document, otherEncoding: encodingOf(bytes) };
}

/** What to say of a log in another encoding than UTF-8; it is read as far as that goes, and never written. */
export function strangeEncoding(path: string, encoding: NonNullable<LogFile['otherEncoding']>): Message {
  return encoding === 'unknown'
    ? message('“{0}” is not UTF-8, so it is left as it is.', path)
    : message('“{0}” is not UTF-8 but seems to be {1}, so it is left as it is.', path, encoding);
}

/** A log begins with ASCII, so the first bytes tell UTF-16, with or without a byte order mark. */
function isUtf16([first, second]: Buffer): boolean {
  if (second === undefined) return false;
  return first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function encodingOf(bytes: Buffer): NonNullable<LogFile['otherEncoding']> {
  if (isUtf16(bytes)) return 'UTF-16';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GB18030';
  } catch {
    return 'unknown';
  }
}

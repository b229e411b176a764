import { type Message, message } from '../language/index.js';

/** Why a file could not be read, in a sentence. */
export function unreadable(path: string, error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return message('There is no file “{0}”.', path);
    case 'EISDIR':
      return message('“{0}” is a folder.', path);
    case 'EACCES':
    case 'EPERM':
      return message('“{0}” may not be read.', path);
    default:
      return message('“{0}” could not be read ({1}).', path, code ?? '?');
  }
}

/** Why a file could not be written, in a sentence. */
export function unwritable(path: string, error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return message('“{0}” may not be written.', path);
    default:
      return message('“{0}” could not be written ({1}).', path, code ?? '?');
  }
}

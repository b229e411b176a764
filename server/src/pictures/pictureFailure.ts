import type { Message } from '../language/index.js';

/** There is no picture to show, for a reason that the user should read. */
export class PictureFailure extends Error {
  override readonly name = 'PictureFailure';

  constructor(readonly reason: Message) {
    super(reason.template);
  }
}

/** What the system calls an error, such as `ECONNREFUSED`; its name where it has no code. Never holds an address. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : String(name);
}

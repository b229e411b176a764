import type { Message } from '../language/index.js';

/** What a program was given is wrong: a file can't be read, a configuration says what it can't. */
export class InputError extends Error {
  override readonly name: string = 'InputError';

  /** `place` is where it is wrong, such as `FILE:LINE:COLUMN`, where it is wrong in a file. */
  constructor(
    readonly text: Message,
    readonly place?: string,
  ) {
    super(text.template);
  }
}

import { say } from '../l10n/l10n.js';
import type { Message } from '../language/index.js';
import type { Io, Out } from './command.js';
import { terminalText } from './report/terminalText.js';

/** Writes, and waits where the stream asks for it, so that no more than a little stands in memory. */
export async function write(out: Out, text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return;
  if (out.write(text) === false && out.once) {
    await new Promise<void>((resolve) => out.once?.('drain', resolve));
  }
}

/** Trouble that does not end the command: one file of many that can't be read or written. */
export interface Trouble {
  /** Says what is wrong; the command goes on, and ends with exit code 2. */
  report(text: Message): void;
  /** Says what the user should know; it does not change the exit code. */
  mention(text: Message): void;
  /** Whether anything was reported. */
  readonly happened: boolean;
}

/** Says trouble on the standard error; `before` makes room for it there. */
export function sayTrouble(io: Io, before: () => void = () => {}): Trouble {
  let happened = false;
  const mention = (text: Message): void => {
    before();
    io.stderr.write(`chatlog: ${terminalText(say(text))}\n`);
  };
  return {
    mention,
    report(text) {
      happened = true;
      mention(text);
    },
    get happened() {
      return happened;
    },
  };
}

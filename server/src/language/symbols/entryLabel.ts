import { type Entry, perBlock } from '../syntax/block.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { formatClock } from '../text/clock.js';
import { endOfLine } from '../text/lines.js';
import { message, type Text } from '../text/message.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import { onOneLine } from './onOneLine.js';
import { pictureText } from './pictureText.js';

/** What an outline says of an entry. */
export interface EntryLabel {
  /** `HH:MM:SS`, or what stands there where that is no time. */
  readonly time: string;
  /** Empty where the header names nobody. */
  readonly speaker: string;
  /** Time and speaker. */
  readonly bySpeaker: string;
  /** Time and beginning. */
  readonly byText: Text;
  /** The beginning of what was said, a picture as its alternative text in brackets; absent where nothing was. */
  readonly beginning: Text | undefined;
  /** How long the entry's text is without the line break at its end. */
  readonly length: number;
}

/** What an outline says of an entry: put together when first asked for, kept as long as the entry lives. */
export const labelOf = perBlock((entry: Entry): EntryLabel => {
  const time = entry.seconds === undefined ? onOneLine(textOf(entry, entry.time)) : formatClock(entry.seconds);
  const speaker = onOneLine(textOf(entry, entry.speaker));
  const beginning = beginningOf(entry);
  return {
    time,
    speaker,
    bySpeaker: joined(time, speaker),
    byText: beginning === undefined ? message('{0}  [picture]', time) : joined(time, beginning),
    beginning: beginning === '' ? undefined : (beginning ?? message('[picture]')),
    length: lengthWithoutBreak(entry.text),
  };
});

const joined = (time: string, more: string): string => (more === '' ? time : `${time}  ${more}`);

/** How long a text is without the line break at its end. */
export function lengthWithoutBreak(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.endsWith('\n') || text.endsWith('\r') ? text.length - 1 : text.length;
}

/** The beginning of what was said, empty where nothing was; `undefined` for a picture whose text says nothing. */
function beginningOf(entry: Entry): string | undefined {
  const { text, body } = entry;
  let from = trimmedStart(text, body.from, body.to);
  // Few entries begin with a mark that matters here: for the others nobody needs to look for marks.
  for (const mark of /^(?:<!--|!\[)/.test(text.slice(from, from + 4)) ? marksOf(entry) : []) {
    if (mark.span.from !== from) break;
    if (mark.kind === 'image') {
      const text = pictureText(entry, mark);
      return text === undefined ? undefined : onOneLine(`[${text}]`);
    }
    if (mark.kind !== 'comment' || !mark.closed) break;
    from = trimmedStart(text, mark.span.to, body.to);
  }
  return onOneLine(text.slice(from, trimmedEnd(text, from, endOfLine(text, from))));
}

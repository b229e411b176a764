import { marksIn } from '../syntax/inline.js';
import { formatClock } from '../text/clock.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import type { ChatMessage } from './chatMessage.js';
import { escapeLine } from './escapeText.js';
import type { FilledTime } from './fillTimes.js';
import { withOwnEmoji } from './ownEmoji.js';

/** A message as it goes into a log. */
export interface TimedMessage extends ChatMessage, FilledTime {
  /** The day, where it is not the log's. */
  readonly otherDay?: string | undefined;
}

/** Entries as text, and where times stand in it that were made up in part. */
export interface WrittenEntries {
  readonly text: string;
  /** Where each such time starts, in UTF-16 code units; all are `HH:MM:SS`. */
  readonly filled: readonly number[];
}

/**
 * Writes messages as entries, in the canonical spacing. One of another day has that in its header, as the format does not
 * allow: so it is seen, and never passes for the log's own.
 */
export function writeEntries(messages: readonly TimedMessage[]): WrittenEntries {
  const filled: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const message of messages) {
    const start = message.otherDay === undefined ? '> ' : `> ${message.otherDay} `;
    if (message.filled) filled.push(length + start.length);
    const piece = `${start}${formatClock(message.seconds)}  ${message.speaker}  \n   \n${bodyText(message.lines)}   \n`;
    pieces.push(piece);
    length += piece.length;
  }
  return { text: pieces.join(''), filled };
}

/** What somebody said, as the lines of a body. */
export function bodyText(lines: readonly string[]): string {
  if (lines.length === 0) return '  \n';
  return withOwnEmoji(lines.map(escapeLine).join('\n')).split('\n').map(spaced).join('');
}

/** A line with its spacing: a picture alone has one space behind it, other text two, Markdown's line break. */
function spaced(line: string): string {
  const from = trimmedStart(line, 0, line.length);
  const to = trimmedEnd(line, from, line.length);
  if (from === to) return '   \n';
  const [mark] = line.startsWith('![', from) ? marksIn(line) : [];
  const isPicture = mark?.kind === 'image' && mark.span.from === from && mark.span.to === to;
  return `${line}${isPicture ? ' ' : '  '}\n`;
}

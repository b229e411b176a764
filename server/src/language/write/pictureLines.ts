import { OWN_BLANK_LINE } from '../annotations/standing.js';
import { logDay } from '../lint/logDay.js';
import { momentOf } from '../lint/support/imageTimes.js';
import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { marksOf } from '../syntax/inline.js';
import { endOfLine, nextLine, startOfLine } from '../text/lines.js';
import { shiftSpan, type TextChange } from '../text/span.js';
import { isBlank, trimmedStart } from '../text/whiteSpace.js';

/** A line of a body; `next` is where the one below starts. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  /** Whether it holds something that is said: neither nothing nor a comment. */
  readonly says: boolean;
  /** Whether that is a picture and nothing else. */
  readonly shows: boolean;
}

const BLANK = '   ';

/**
 * The change that puts pictures with these addresses into the entry at an offset, each on a line of its own, below the line
 * with the cursor and the pictures that stand there, so that one pasted after another comes after it; above the remarks at
 * the entry's end. `undefined` where no entry with a time is there.
 */
export function pictureLines(document: ChatDocument, at: number, addresses: readonly string[]): TextChange | undefined {
  const placed = document.blockAt(at);
  if (placed?.block.kind !== 'entry') return undefined;
  const entry = placed.block;
  const moment = momentOf(entry, { day: logDay(document) });
  if (!moment) return undefined;
  const lineBreak = /\r\n|\r|\n/.exec(entry.text)?.[0] ?? '\n';
  const pictures = addresses.map((address) => `![${moment.alt}](${address}) ${lineBreak}`).join('');
  const change = placeIn(entry, at - placed.from, pictures, lineBreak);
  return { ...change, ...shiftSpan(change, placed.from) };
}

function placeIn(entry: Entry, at: number, pictures: string, lineBreak: string): TextChange {
  const { text, body } = entry;
  const lines = linesOf(entry);
  const said = lines.filter(({ says }) => says);
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return asOnlyText(entry, lines, pictures, lineBreak);
  const own = lines.find(({ from, to, says, shows }) => says && (from < at || (shows && from === at)) && at <= to);
  const above = at < body.from ? last : lines.findLast(({ from, says }) => says && from < at);
  const line = lastOfPictures(lines, own ?? above);
  const place = line ? outsideComments(entry, line.next) : first.from;
  const insert = { from: place, to: place };
  // Where the log ends in the middle of a line.
  if (place === text.length && line?.to === place) {
    return { ...insert, insert: `${lineBreak}${pictures}${BLANK}${lineBreak}` };
  }
  return { ...insert, insert: pictures };
}

/** The last of the pictures right below a line, else the line. */
function lastOfPictures(lines: readonly Line[], line: Line | undefined): Line | undefined {
  let last = line && lines.indexOf(line);
  if (last === undefined) return undefined;
  while (lines[last + 1]?.shows) last++;
  return lines[last];
}

/** The offset, or, where it is within a comment, that of the line with the comment’s beginning. */
function outsideComments(entry: Entry, offset: number): number {
  let place = offset;
  for (const { kind, span, ...mark } of [...marksOf(entry)].reverse()) {
    const open = 'closed' in mark && !mark.closed;
    if (kind !== 'comment' || span.from >= place || (span.to <= place && !open)) continue;
    place = startOfLine(entry.text, span.from);
  }
  return place;
}

/** The pictures in a body that says nothing: in place of its empty lines, with a blank line around them, above its remarks. */
function asOnlyText({ text, body }: Entry, lines: readonly Line[], pictures: string, lineBreak: string): TextChange {
  const remark = lines.findIndex(({ from, to }) => !isBlank(text, from, to) || text.slice(from, to) === OWN_BLANK_LINE);
  const broken = body.from > 0 && /[\n\r]/.test(text.charAt(body.from - 1));
  const below = remark < 0 || remark > 2 ? BLANK + lineBreak : '';
  return {
    from: body.from,
    to: lines[remark]?.from ?? text.length,
    insert: `${broken ? '' : lineBreak}${BLANK}${lineBreak}${pictures}${below}`,
  };
}

function linesOf(entry: Entry): readonly Line[] {
  const { text, body } = entry;
  const comments = marksOf(entry).filter(({ kind }) => kind === 'comment');
  const pictures = new Map(
    marksOf(entry).flatMap(({ kind, span }) => (kind === 'image' ? [[span.from, span.to]] : [])),
  );
  const lines: Line[] = [];
  let comment = 0;
  for (let from = body.from; from < text.length; ) {
    const to = endOfLine(text, from);
    const next = nextLine(text, to);
    while ((comments[comment]?.span.to ?? Number.POSITIVE_INFINITY) <= from) comment++;
    const { span } = comments[comment] ?? {};
    const remark = span !== undefined && span.from < to && isBlank(text, from, Math.max(from, span.from));
    const says = !remark && !isBlank(text, from, to);
    const pictureEnd = pictures.get(trimmedStart(text, from, to));
    const shows = says && pictureEnd !== undefined && isBlank(text, pictureEnd, to);
    lines.push({ from, to, next, says, shows });
    from = next;
  }
  return lines;
}

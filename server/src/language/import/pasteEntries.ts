import { logDay } from '../lint/logDay.js';
import type { ChatDocument } from '../syntax/document.js';
import { message } from '../text/message.js';
import { isBlank } from '../text/whiteSpace.js';
import type { ImportNote } from './chatMessage.js';
import { byDay, type DatedMessage, withDays } from './days.js';
import { fillTimes } from './fillTimes.js';
import { readChat } from './recognize.js';
import type { ImportHints } from './shape.js';
import { bodyText, type TimedMessage, writeEntries } from './writeEntries.js';

/** A conversation as it goes into a log. */
export interface PastedEntries {
  /** Where it goes: the selection's end where nothing but white space follows in its entry, else behind the entry. */
  readonly at: number;
  readonly text: string;
  /** How many messages it has. */
  readonly entries: number;
  /** Where in the text a time stands that was made up in part: `HH:MM:SS`, in UTF-16 code units from the text's start. */
  readonly filled: readonly number[];
  readonly notes: readonly ImportNote[];
}

/** What was copied from a chat program as entries of a log, in place of `selection`; `undefined` where it is no such text. */
export function pasteEntries(
  document: ChatDocument,
  selection: { readonly from: number; readonly to: number },
  text: string,
  hints: Omit<ImportHints, 'day'>,
): PastedEntries | undefined {
  const day = logDay(document);
  const chat = readChat(text, { ...hints, day });
  // Without a year, and a log that tells one, nobody knows the day.
  const dated = withDays(chat.messages, day) ?? chat.messages.map((each) => ({ ...each, day: '' }));
  if (dated.length === 0) return undefined;
  const at = placeFor(document, selection.to);
  const { before, after } = timesAround(document, selection, at);
  const notes = [...chat.notes];
  const timed = timedMessages(dated, day ?? dated[0]?.day, before, after);
  const others = timed.filter(({ otherDay }) => otherDay !== undefined);
  if (others.length > 0) {
    const days = [...new Set(others.map(({ otherDay }) => otherDay ?? ''))];
    notes.push({
      text: message(
        'Messages of another day than the log’s: {0} ({1}). Their headers name the day.',
        others.length,
        days.join(', '),
      ),
    });
  }
  const goesBack = timed.some(({ otherDay, seconds }, index) => {
    const last = timed[index - 1]?.seconds ?? before ?? 0;
    return otherDay === undefined && (seconds < last || (after !== undefined && seconds > after));
  });
  if (goesBack) notes.push({ text: message('Some times are not in order with those around them.') });
  const written = writeEntries(timed);
  const lead = leadText(document, at) + (chat.before.length === 0 ? '' : `${bodyText(chat.before)}   \n`);
  return {
    at,
    text: lead + written.text,
    entries: timed.length,
    filled: written.filled.map((from) => from + lead.length),
    notes,
  };
}

/** The messages with their times; those of the log's own day fit between the entries around them. */
function timedMessages(
  messages: readonly DatedMessage[],
  day: string | undefined,
  before: number | undefined,
  after: number | undefined,
): readonly TimedMessage[] {
  const timed = new Map<DatedMessage, TimedMessage>();
  for (const [own, said] of byDay(messages)) {
    const isOther = own !== day;
    const around = isOther ? [] : [before, after];
    const times = fillTimes(
      said.map(({ time }) => time),
      ...around,
    );
    for (const [index, each] of said.entries()) {
      const time = times[index];
      if (time) timed.set(each, { ...each, ...time, otherDay: isOther ? own : undefined });
    }
  }
  return messages.flatMap((each) => timed.get(each) ?? []);
}

/** Where entries can go that are pasted at an offset, so that they part no entry and stand behind the front matter. */
function placeFor(document: ChatDocument, offset: number): number {
  const placed = document.blockAt(offset);
  if (!placed) return offset;
  const { block, from } = placed;
  if (offset === from && block.kind === 'entry') return offset;
  const end = from + block.text.length;
  return block.kind !== 'frontMatter' && isBlank(block.text, offset - from, block.text.length) ? offset : end;
}

/** The times of the entries around a place; those that the selection takes away do not count. */
function timesAround(
  document: ChatDocument,
  selection: { readonly from: number },
  at: number,
): { readonly before: number | undefined; readonly after: number | undefined } {
  let before: number | undefined;
  let after: number | undefined;
  for (const { block, from } of document.entries()) {
    if (block.seconds === undefined) continue;
    if (from >= at) {
      after = block.seconds;
      break;
    }
    if (from < selection.from || at !== selection.from) before = block.seconds;
  }
  return { before, after };
}

/** What has to stand between the text above and the first header: a line break where there is none, and a blank line. */
function leadText(document: ChatDocument, at: number): string {
  const placed = document.blockAt(Math.max(0, at - 1));
  if (!placed || at === 0) return '';
  const above = placed.block.text.slice(0, at - placed.from);
  const line = above.slice(
    Math.max(above.lastIndexOf('\n', above.length - 2), above.lastIndexOf('\r', above.length - 2)) + 1,
  );
  const ended = /[\n\r]$/.test(above);
  const needsBlank = placed.block.kind !== 'frontMatter' && !isBlank(line, 0, line.length);
  return (ended ? '' : '\n') + (needsBlank ? '   \n' : '');
}

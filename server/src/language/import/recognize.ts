import { message } from '../text/message.js';
import { type ChatMessage, type ImportNote, withoutBlankEnds } from './chatMessage.js';
import { type Candidate, mayBeName, settleHeads } from './settleHeads.js';
import type { ChatProgram, Head, ImportHints, LineInShape } from './shape.js';
import { shapes } from './shapes/index.js';

/** A text, read as messages. */
export interface ReadChat {
  readonly messages: readonly ChatMessage[];
  /** The lines before the first message, which are nobody's; none where they are blank. */
  readonly before: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** So many lines are named where several are told. */
const MOST_NAMED = 5;
/**
 * Reads what was copied or saved from a chat program, in one or several of the {@link shapes}, or only those of one program.
 * A line begins a message where its form says so, or else what is known; in doubt it stays text, and that is told.
 */
export function readChat(text: string, hints: ImportHints, program?: ChatProgram): ReadChat {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const notes: ImportNote[] = [];
  const readers = shapes
    .filter((shape) => program === undefined || shape.program === program)
    .map((shape) => shape.reader(lines, hints, (note) => notes.push(note)));
  const candidates: Candidate[] = [];
  const frames = new Set<number>();
  const broken: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '') continue;
    const { found, shape } = strongest(readers.map((reader) => reader(at)));
    if (found?.kind === 'head') candidates.push({ at, shape, head: found, isHead: found.evidence === 'form' });
    else if (found?.kind === 'frame') frames.add(at);
    else if (found) broken.push(at);
  }
  settleHeads(candidates, lines, hints);
  const chat = cut(lines, candidates, frames);
  if (chat.messages.length === 0) return { ...chat, notes };
  const doubtful = candidates.filter(({ isHead, head }) => !isHead && mayBeName(head.speaker)).map(({ at }) => at);
  if (doubtful.length > 0) {
    notes.push({ text: message('Lines that may begin a message, and were taken for text: {0}.', listOf(doubtful)) });
  }
  const guessed = candidates.filter(({ isGuess }) => isGuess).map(({ at }) => at);
  if (guessed.length > 0) {
    notes.push({ text: message('Lines taken for names, though nobody of that name is known: {0}.', listOf(guessed)) });
  }
  if (broken.length > 0) {
    notes.push({ text: message('Lines with a day or time that there is not, taken for text: {0}.', listOf(broken)) });
  }
  if (chat.before.length > 0) {
    notes.push({ text: message('What stands before the first message was not recognized; it stays as text.') });
  }
  return { ...chat, notes };
}

/** Of what a line is in several shapes, that which most speaks for, and the index of the shape. */
function strongest(found: readonly (LineInShape | undefined)[]): {
  readonly found: LineInShape | undefined;
  readonly shape: number;
} {
  const order = ['frame', 'form', 'time', 'broken', 'name'];
  const rankOf = (each: LineInShape | undefined): number =>
    each ? order.indexOf(each.kind === 'head' ? each.evidence : each.kind) : order.length;
  let shape = 0;
  for (const [index, each] of found.entries()) if (rankOf(each) < rankOf(found[shape])) shape = index;
  return { found: found[shape], shape };
}

/** Cuts the lines into messages. */
function cut(
  lines: readonly string[],
  candidates: readonly Candidate[],
  frames: ReadonlySet<number>,
): Pick<ReadChat, 'messages' | 'before'> {
  const heads = new Map(candidates.filter(({ isHead }) => isHead).map(({ at, head }) => [at, head]));
  const messages: ChatMessage[] = [];
  let before: readonly string[] = [];
  let head: Head | undefined;
  let line = 0;
  let body: string[] = [];
  const close = (): void => {
    const said = withoutBlankEnds(body);
    if (head) messages.push({ line, speaker: head.speaker, day: head.day, time: head.time, lines: said });
    else before = said;
    body = [];
  };
  for (const [at, text] of lines.entries()) {
    const found = heads.get(at);
    if (found) {
      close();
      head = found;
      line = at + 1;
      if (found.text !== undefined) body.push(found.text);
    } else if (!frames.has(at)) body.push(text);
  }
  close();
  return { messages, before };
}

/** Numbers of lines, counted from 1; the last of many are left out. */
function listOf(at: readonly number[]): string {
  const named = at.slice(0, MOST_NAMED).map((line) => line + 1);
  return named.join(', ') + (at.length > MOST_NAMED ? ' …' : '');
}

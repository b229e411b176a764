import { readNoteHead } from '../../annotations/noteHead.js';
import { writeQuoted } from '../../annotations/quotedString.js';
import { distance } from '../../text/distance.js';
import { endOfLine, nextLine } from '../../text/lines.js';
import { type Message, message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import { isBlank, trimmedEnd } from '../../text/whiteSpace.js';
import { isDay } from '../logDay.js';
import type { Finding, Fix } from '../rule.js';
import { nearestNames } from './nearestNames.js';

const KINDS = ['note', 'tag'] as const;
const DIRECTIVES = ['chatlog-disable', 'chatlog-disable-next-line'] as const;

/** A comment, or what was meant to begin one: `<!- @note`, `＜!-- @tag`. */
const OPENING = /<!--|[<＜][ ]?[!！][ ]?[-—–－]{1,3}(?=[ \t]*[@＠](?:note|tag)s?(?![A-Za-z]))/gi;
/** What is written for `-->` at the end of a line. */
const NEARLY_CLOSED = /(?:[-—–－]{1,3}[>＞]|--)$/;
/** The first word of what stands in a comment, with or without its `@`. */
const WORD = /^\s*(?<at>(?:[@＠][ \t]?)?)(?<word>[A-Za-z-]+)/;
const DATE_LIKE = /^(?<year>\d{2,4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?=[\s:：]|$)/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A comment with more ids that nobody knows is no list of ids. */
const MOST_UNKNOWN = 10;
const DIRECTIVE = /^\s*(?<name>[A-Za-z][\w-]*)(?<rest>.*)$/s;

/** What is wrong with the comments of a text, from `from` on; spans count from the text's start. */
export function* damagedComments(text: string, from: number, ruleIds: readonly string[]): Generator<Finding> {
  let after = from;
  for (const { 0: opening, index } of text.matchAll(OPENING)) {
    if (index < after) continue;
    const inside = index + opening.length;
    const close = text.indexOf('-->', inside);
    if (opening !== '<!--') {
      yield misspelt({ from: index, to: inside }, '<!--');
      after = close < 0 ? endOfLine(text, inside) : close + 3;
      continue;
    }
    if (close < 0) {
      yield unclosed(text, index);
      return;
    }
    after = close + 3;
    yield* damageOf(text, { from: inside, to: close }, ruleIds);
  }
}

function* damageOf(text: string, inside: Span, ruleIds: readonly string[]): Generator<Finding> {
  const content = text.slice(inside.from, inside.to);
  const found = WORD.exec(content)?.groups;
  if (!found) return;
  const { at = '', word = '' } = found;
  if (at === '' && /^chat-?log/i.test(word)) {
    yield* damageOfDirective(content, inside.from, ruleIds);
    return;
  }
  const kind = KINDS.find((known) => known === word) ?? nearKind(word, at !== '');
  if (!kind) return;
  const wordFrom = inside.from + content.indexOf(at + word);
  const head = { from: wordFrom, to: wordFrom + at.length + word.length };
  const rest = { from: head.to, to: trimmedEnd(text, head.to, inside.to) };
  if (at === '@' && word === kind) {
    yield* kind === 'note' ? damageOfNote(text, head, rest) : damageOfTag(text, head, rest);
  } else if (at !== '' || looksMeant(kind, text.slice(rest.from, rest.to))) {
    yield misspelt(head, `@${kind}`);
  }
}

/** The kind of annotation that a word is nearly the name of. */
function nearKind(word: string, marked: boolean): (typeof KINDS)[number] | undefined {
  const lower = word.toLowerCase();
  return KINDS.find((kind) => lower === kind || lower === `${kind}s` || (marked && distance(lower, kind) === 1));
}

/** Whether what follows `note` or `tag`, without an `@`, shows that no remark of another kind is meant. */
function looksMeant(kind: string, rest: string): boolean {
  if (/^\s*[:：]/.test(rest) || DATE_LIKE.test(rest.trim())) return true;
  if (kind === 'note') return /^[ \t]+[^\s:：]+[:：]\s/.test(rest);
  return /[,，、]/.test(rest) || /^\s+\S+$/.test(rest);
}

function* damageOfNote(text: string, head: Span, rest: Span): Generator<Finding> {
  const content = text.slice(rest.from, rest.to);
  const start = rest.from + (content.length - content.trimStart().length);
  const date = DATE_LIKE.exec(text.slice(start, Math.min(rest.to, start + 20)));
  const dateTo = date ? start + date[0].length : head.to;
  if (date && !(ISO_DATE.test(date[0]) && isDay(date[0]))) {
    const span = { from: start, to: dateTo };
    const meant = isoDate(date.groups ?? {});
    yield {
      ...span,
      message: message('“{0}” is no date as “2026-11-20”.', date[0]),
      ...(meant !== undefined && { fixes: [rewrite(span, meant)] }),
    };
  }
  const at = readNoteHead(text, rest).colon;
  yield* damagedQuote(text, head.to, at ?? rest.to);
  const colon = at === undefined ? -1 : at - rest.from;
  if (colon >= 0 && isBlank(content, colon + 1, content.length)) {
    yield { ...head, message: message('This note says nothing.') };
  } else if (colon < 0) {
    yield { ...head, message: message('This note has no “:” before its text.'), ...colonFixes(text, dateTo, rest.to) };
  } else if (content.charAt(colon) === '：') {
    yield misspelt({ from: rest.from + colon, to: rest.from + colon + 1 }, ':', content.charAt(colon + 1) === ' ');
  }
}

/** A quote in other signs than straight ones, which would be taken for a part of the author. */
function* damagedQuote(text: string, from: number, to: number): Generator<Finding> {
  const match = /(?<!\S)on[ \t]{0,8}(?<quote>“[^“”"\n\r]+”|「[^「」"\n\r]+」|『[^『』"\n\r]+』)/.exec(
    text.slice(from, to),
  );
  const quote = match?.groups?.['quote'];
  if (!match || quote === undefined) return;
  const span = { from: from + match.index, to: from + match.index + match[0].length };
  yield misspelt(span, `on ${writeQuoted(quote.slice(1, -1))}`);
}

/** Where the colon may have stood: behind the first word, which is the author, or before it, right behind the date. */
function colonFixes(text: string, from: number, to: number): { readonly fixes?: readonly Fix[] } {
  const word = /^\s*\S+(?=\s+\S)/.exec(text.slice(from, Math.min(to, from + 100)));
  const hasDate = /\d$/.test(text.slice(0, from).slice(-1));
  const places = hasDate && word ? [from + word[0].length, from] : [from];
  if (isBlank(text, from, to)) return {};
  return {
    fixes: places.map((at) => ({
      title: message('Put “:” behind “{0}”', lastWord(text.slice(0, at))),
      safe: false,
      changes: [{ from: at, to: at, insert: ':' }],
    })),
  };
}

const lastWord = (text: string): string => /\S+$/.exec(text.slice(-100))?.[0] ?? '';

function* damageOfTag(text: string, head: Span, rest: Span): Generator<Finding> {
  const content = text.slice(rest.from, rest.to);
  if (/^[\s,，、:：]*$/.test(content)) {
    yield { ...head, message: message('This tag has no name.') };
    return;
  }
  const colon = /^\s*[:：]\s*/.exec(content);
  if (!colon) return;
  const span = { from: rest.from, to: rest.from + colon[0].length };
  yield {
    ...span,
    message: message('No “:” stands before the names of tags.'),
    fixes: [{ title: message('Remove the “:”'), safe: false, changes: [{ ...span, insert: ' ' }] }],
  };
}

/** What is wrong with a comment that should keep rules quiet. */
function* damageOfDirective(content: string, from: number, ruleIds: readonly string[]): Generator<Finding> {
  const { name = '', rest = '' } = DIRECTIVE.exec(content)?.groups ?? {};
  const nameFrom = from + content.indexOf(name);
  if (!DIRECTIVES.some((known) => known === name)) {
    const span = { from: nameFrom, to: nameFrom + name.length };
    const fixes = nearestDirective(name).map((other) => rewrite(span, other));
    yield {
      ...span,
      message: message('There is no “{0}”; “{1}” and “{2}” keep rules quiet.', name, ...DIRECTIVES),
      ...(fixes.length > 0 && { fixes }),
    };
    return;
  }
  const restFrom = nameFrom + name.length;
  let unknown = 0;
  for (const match of rest.matchAll(/[^\s,]+/g)) {
    const [id] = match;
    if (ruleIds.includes(id)) continue;
    if (++unknown > MOST_UNKNOWN) return;
    const span = { from: restFrom + match.index, to: restFrom + match.index + id.length };
    const fixes = nearestNames(id.replaceAll('_', '-'), ruleIds).map((other) => rewrite(span, other));
    yield { ...span, message: message('There is no rule “{0}”.', id), ...(fixes.length > 0 && { fixes }) };
  }
}

function nearestDirective(name: string): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  return DIRECTIVES.map((known) => ({ known, far: distance(plain(known), plain(name)) }))
    .filter(({ far }) => far <= 3)
    .sort((a, b) => a.far - b.far)
    .slice(0, 1)
    .map(({ known }) => known);
}

function unclosed(text: string, from: number): Finding {
  let lineEnd = endOfLine(text, from);
  // A note may run over several lines; other comments are taken to end with their line.
  if (/^<!--\s*@note\b/.test(text.slice(from, from + 40))) {
    for (let line = nextLine(text, lineEnd); line < text.length; line = nextLine(text, lineEnd)) {
      if (isBlank(text, line, endOfLine(text, line))) break;
      lineEnd = endOfLine(text, line);
    }
  }
  const to = trimmedEnd(text, from, lineEnd);
  const nearly = NEARLY_CLOSED.exec(text.slice(Math.max(from + 4, to - 4), to))?.[0].length ?? 0;
  const change =
    nearly > 0
      ? { from: trimmedEnd(text, from + 4, to - nearly), to: lineEnd, insert: ' -->' }
      : { from: to, to: lineEnd - to === 1 ? lineEnd : to, insert: ' -->' };
  return {
    from,
    to: Math.min(to, trimmedEnd(text, from, endOfLine(text, from))),
    message: message('This comment is not closed; on the site it hides what follows.'),
    fixes: [{ title: message('Close the comment'), safe: false, changes: [change] }],
  };
}

function misspelt(span: Span, meant: string, isSpaced = true): Finding {
  return {
    ...span,
    message: message('This is meant as “{0}”, and is not written so.', meant),
    fixes: [rewrite(span, isSpaced ? meant : `${meant} `, meant)],
  };
}

const rewrite = (span: Span, insert: string, shown = insert): Fix => ({
  title: message('Write it “{0}”', shown) as Message,
  safe: false,
  changes: [{ ...span, insert }],
});

/** A day that is written otherwise as `YYYY-MM-DD`; `undefined` where it is no day of the calendar. */
function isoDate({
  year = '',
  month = '',
  day = '',
}: Readonly<Record<string, string | undefined>>): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return ISO_DATE.test(iso) && isDay(iso) ? iso : undefined;
}

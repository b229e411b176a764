import { findEmoji } from '../../emoji/emoji.js';
import type { Entry } from '../../syntax/block.js';
import { type Mark, marksOf } from '../../syntax/inline.js';
import { endOfLine, nextLine } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';
import { stampIn } from './imageTimes.js';

/** What is wrong with a picture; of several faults, the one that says most. */
export type ImageDamage = 'brackets' | 'unclosed' | 'empty' | 'lineBreak' | 'spaces';

/** Something in a body that was meant as a picture, and is none as it is written. Its span counts from the entry's start. */
export interface DamagedImage {
  readonly damage: ImageDamage;
  readonly span: Span;
  /** The picture written right, the best guess first; none where something is missing that nothing tells. */
  readonly repairs: readonly string[];
}

/** Where a picture may begin: its `!` and a bracket or a date; or, where the `!` was lost, the time in its brackets. */
const START =
  /[!！][ \u3000]?(?:[[［【]|\d{4}-\d{2}-\d{2} )|[[［【]\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[\]］】][ \u3000]?[(（]/g;
/** All before the address; any of it may be missing or of full width. */
const HEAD =
  /(?<bang>[!！]?[ \u3000]?)(?<open>[[［【]?)(?<alt>[^[\]［］【】()（）\r\n]{0,120})(?<close>[\]］】]?)(?<paren>[ \t\u3000]{0,4}[(（]?)(?<space>[ \t\u3000]{0,8})/y;
const MOMENT = /^\s*\d{4}-\d{2}-\d{2}[ T]+\d{2}:\d{2}:\d{2}\s*$/;
const ADDRESS = /[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*/y;
const ADDRESS_LIKE = /(?:https?:)?\/\/|[^\s()（）]{1,300}\.(?:png|jpe?g|gif|bmp|webp)(?![A-Za-z])/iy;
const PICTURE_FILE = /\.(?:png|jpe?g|gif|bmp|webp)(?:[?#]\S*)?$/i;
/** The rest of an address that was broken in two. */
const REST = /[ \t\u3000]{0,8}[^\s()（）]{1,2000}[)）]/y;
/** A title behind the address, or an address in angle brackets: Markdown, though the exporter writes neither. */
const OTHER_MARKDOWN = /^(?:<[^<>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'))?$/;

/** The damaged pictures of an entry, in order. Work grows with the length of the entry. */
export function damagedImages(entry: Entry): readonly DamagedImage[] {
  const { text, body } = entry;
  const found: DamagedImage[] = [];
  let marks: readonly Mark[] | undefined;
  let next = 0;
  START.lastIndex = body.from;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const { index } = start;
    if (index < (found.at(-1)?.span.to ?? 0)) continue;
    marks ??= marksOf(entry);
    while (next < marks.length && (marks[next] as Mark).span.to <= index) next++;
    const mark = marks[next];
    const image = mark && mark.span.from <= index ? readMark(text, mark, index) : readDamaged(text, index);
    if (image) found.push(image);
  }
  return found;
}

/** What Markdown reads well and is wrong all the same: a picture without an address, and one that became a link. */
function readMark(text: string, mark: Mark, index: number): DamagedImage | undefined {
  if (mark.span.from !== index) return undefined;
  if (mark.kind === 'image' && mark.target.from === mark.target.to) {
    return { damage: 'empty', span: mark.span, repairs: [] };
  }
  if (mark.kind === 'link' && stampIn(text.slice(mark.target.from, mark.target.to))) {
    return { damage: 'brackets', span: mark.span, repairs: [`!${text.slice(mark.span.from, mark.span.to)}`] };
  }
  return undefined;
}

function readDamaged(text: string, at: number): DamagedImage | undefined {
  HEAD.lastIndex = at;
  const head = HEAD.exec(text);
  const { bang = '', open = '', alt = '', close = '', paren = '', space = '' } = head?.groups ?? {};
  const from = at + (head?.[0].length ?? 0);
  ADDRESS_LIKE.lastIndex = from;
  const hasAddress = ADDRESS_LIKE.test(text);
  const plain = bang === '!' && open === '[' && (close === ']' || (close === '' && paren === '('));
  // 谢谢！[抱拳] and 关注！[公众号](http://…) are an exclamation mark and something else behind it.
  const meant = MOMENT.test(alt)
    ? hasAddress || plain
    : plain && hasAddress && close === ']' && /^[(（]$/.test(paren) && !findEmoji(alt);
  if (!meant) return undefined;

  const address = readAddress(text, from, space !== '');
  const damage = address.damage ?? (plain && close === ']' && paren === '(' ? undefined : 'brackets');
  if (!damage) return undefined;
  return {
    damage,
    span: { from: at, to: damage === 'empty' ? Math.max(trimmedEnd(text, at, from), address.end) : address.end },
    repairs: damage === 'empty' ? [] : repairsOf(alt.trim(), text.slice(address.from, address.to), damage),
  };
}

/** An address in a text, and where the picture ends behind it. */
interface Address extends Span {
  readonly end: number;
  readonly damage: ImageDamage | undefined;
}

/** An address up to its closing bracket, or, where that is missing, as far as it goes. */
function readAddress(text: string, start: number, spaceBefore: boolean): Address {
  const lineEnd = endOfSegment(text, start);
  const close = closingBracket(text, start, lineEnd);
  if (close !== undefined) {
    const from = trimmedStart(text, start, close);
    const to = trimmedEnd(text, from, close);
    const inside = text.slice(from, to);
    const end = close + 1;
    if (inside === '') return { from, to, end, damage: 'empty' };
    if (!/\s/.test(inside)) {
      const full = text.charAt(close) === '）' ? 'brackets' : undefined;
      return { from, to, end, damage: spaceBefore || to < close ? 'spaces' : full };
    }
    if (OTHER_MARKDOWN.test(inside)) return { from, to, end, damage: undefined };
    // With a whole address at its start, what follows is text, and its bracket another one.
    const whole = PICTURE_FILE.test(inside.slice(0, inside.search(/\s/)));
    if (!whole || PICTURE_FILE.test(inside)) return { from, to, end, damage: 'spaces' };
  }
  ADDRESS.lastIndex = start;
  const to = Math.min(start + (ADDRESS.exec(text)?.[0].length ?? 0), lineEnd);
  if (trimmedStart(text, to, lineEnd) === lineEnd) {
    REST.lastIndex = nextLine(text, lineEnd);
    if (REST.test(text)) return { from: start, to: REST.lastIndex - 1, end: REST.lastIndex, damage: 'lineBreak' };
  }
  return { from: start, to, end: to, damage: to === start ? 'empty' : 'unclosed' };
}

/** The end of the line, or of what stands on it before the next picture. */
function endOfSegment(text: string, from: number): number {
  const next = /\r|\n|[!！]\[/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? endOfLine(text, from);
}

/** The bracket that closes the address; brackets in pairs may stand inside. */
function closingBracket(text: string, from: number, to: number): number | undefined {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === '(' || char === '（') depth++;
    else if ((char === ')' || char === '）') && depth-- === 0) return i;
  }
  return undefined;
}

function repairsOf(alt: string, address: string, damage: ImageDamage): readonly string[] {
  const write = (target: string): string => `![${alt}](${target})`;
  const together = address.replace(/\s+/g, '');
  if (damage === 'lineBreak' || together === address) return [write(together)];
  const encoded = address.replace(/\s/g, (space) => encodeURIComponent(space));
  return slippedIn(alt, address, together) ? [write(together), write(encoded)] : [write(encoded), write(together)];
}

/** Whether the spaces in an address can only have slipped in: no host holds one, nor does the exporter's name of a file. */
function slippedIn(alt: string, address: string, together: string): boolean {
  if (/^https?:\/\/[^/]+/.test(together) && /^[^/]*\s|^[^/]*\/\s*\/[^/]*\s/.test(address)) return true;
  const stamp = stampIn(together);
  const expected = alt.replace(/[-:]/g, '').replace(' ', '_');
  return stamp !== undefined && !stampIn(address) && together.slice(stamp.from, stamp.to) === expected;
}

import { findEmoji } from '../emoji/emoji.js';
import { marksIn } from '../syntax/inline.js';
import { applyChanges, type TextChange } from '../text/span.js';

const AFTER = '(?=$|[\\s，。！？；：、,.!?;~～…（(\\[@])';
/**
 * Slash codes between white space or punctuation, or the same one twice in a row: `篮球/足球` and `/强烈推荐` are words.
 */
const SLASH_CODES = new RegExp(
  `(?<=^|[\\s，。！？；：、,.!?;~～…）)\\]])(?:/[\\p{L}\\p{N}]{1,8})+${AFTER}|(?<twice>/[\\p{L}\\p{N}]{1,8}?)\\k<twice>+${AFTER}`,
  'gmu',
);

/** The text with English and slash spellings of emoji as the log's own codes: `[Rose]` and `/玫瑰` become `[玫瑰]`. */
export function withOwnEmoji(text: string): string {
  const changes: TextChange[] = [];
  let gap = 0;
  for (const { kind, span } of marksIn(text)) {
    changes.push(...slashCodes(text, gap, span.from));
    const insert = kind === 'emoji' ? ownCode(text.slice(span.from + 1, span.to - 1)) : undefined;
    if (insert !== undefined) changes.push({ ...span, insert });
    gap = span.to;
  }
  changes.push(...slashCodes(text, gap, text.length));
  return changes.length === 0 ? text : applyChanges(text, changes);
}

/** The log's own code for an English one; `undefined` where the spelling is the log's own already. */
function ownCode(spelling: string): string | undefined {
  const code = findEmoji(spelling)?.code;
  return code !== undefined && code !== spelling && /^[A-Za-z]/.test(spelling) ? `[${code}]` : undefined;
}

/** The changes for slash codes in `text[from, to)`, where no mark stands. */
function slashCodes(text: string, from: number, to: number): readonly TextChange[] {
  const slash = text.indexOf('/', from);
  if (slash < 0 || slash >= to) return [];
  const changes: TextChange[] = [];
  SLASH_CODES.lastIndex = from;
  for (let run = SLASH_CODES.exec(text); run && run.index < to; run = SLASH_CODES.exec(text)) {
    const codes = run[0].slice(1).split('/');
    const end = run.index + run[0].length;
    if (end > to || !codes.every((code) => findEmoji(code)?.code === code)) continue;
    changes.push({ from: run.index, to: end, insert: codes.map((code) => `[${code}]`).join('') });
  }
  return changes;
}

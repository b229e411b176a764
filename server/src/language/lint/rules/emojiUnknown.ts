import { findEmoji } from '../../emoji/emoji.js';
import type { Entry } from '../../syntax/block.js';
import { marksOf } from '../../syntax/inline.js';
import { Sign } from '../../syntax/signs.js';
import { message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import type { EntryRule, Examples, Finding } from '../rule.js';
import { isGesture, nearEmoji } from '../support/nearEmoji.js';

/** WeChat's longest code has 16 characters. */
const LONGEST = 20;
const OFFERED = 5;
const BRACKET = /[[\]［］【】\r\n]/g;
/** What is left of characters that were read in another encoding than they were written in. */
const LOST = /\ufffd|锟斤/;
const TWO_HAN = /^\p{Script=Han}{2,}$/u;

export const emojiUnknown: EntryRule = {
  id: 'emoji-unknown',
  title: 'An emoji’s code is one that WeChat knows.',
  why:
    'A code with a slip in it, as `[玫魂]`, is shown as text, and nothing that looks for emoji finds it. Only near misses ' +
    'are reported: other texts between brackets, as `[2017]` or `[图片]`, are what somebody wrote.',
  severity: 'warning',
  scope: 'entry',
  signs: Sign.bracket,
  *check(entry) {
    if (holdsOnlyCodes(entry)) return;
    let codes: Codes | undefined;
    const known = new Map<string, readonly string[]>();
    for (const { span, inner, how } of bracketed(entry)) {
      // Where characters were lost, brackets were among them.
      if (how === 'open' && LOST.test(entry.text)) continue;
      if (how === 'open' || how === 'fullWidth') {
        yield finding(
          span,
          [inner],
          how === 'open'
            ? message('A bracket of the emoji “[{0}]” is missing.', inner)
            : message('An emoji’s code stands between “[” and “]”, not between full-width brackets.'),
        );
        continue;
      }
      codes ??= codesOf(entry);
      const beside = [codes.byEnd.get(span.from), codes.byStart.get(span.to)].filter((code) => code !== undefined);
      const key = [inner, ...beside].join('|');
      let near = known.get(key);
      if (!near) {
        near = nearEmoji(inner, { used: codes.used, beside }).slice(0, OFFERED);
        known.set(key, near);
      }
      const [best] = near;
      if (best === undefined) continue;
      yield finding(span, near, message('There is no emoji “[{0}]”; is “[{1}]” meant?', inner, best));
    }
  },
};

export const examples: Examples = {
  invalid: [
    { text: '> 09:00:00  Ann\n谢谢<[[玫魂]]>\n', fixed: '> 09:00:00  Ann\n谢谢[玫瑰]\n' },
    {
      text: '> 09:00:00  Ann\n<[[瑰玫]]><[[玫瑰瑰]]><[[玫国瑰]]><[[捂]]><[[左哼]]> <[[ 玫瑰]]>\n',
      fixed: '> 09:00:00  Ann\n[玫瑰][玫瑰][玫瑰][捂脸][左哼哼] [玫瑰]\n',
    },
    {
      text: '> 09:00:00  Ann\n[坏笑]<[[坯笑]]>[坏笑] [偷笑]<[[惨笑]]>\n> 09:00:01  Ann\n[憨笑] <[[坯笑]]>\n',
      fixed: '> 09:00:00  Ann\n[坏笑][坏笑][坏笑] [偷笑][偷笑]\n> 09:00:01  Ann\n[憨笑] [憨笑]\n',
    },
    {
      text: '> 09:00:00  Ann\n<[[ok]]><[[facepalm]]><[[thumbs up]]><[[Facepam]]>\n',
      fixed: '> 09:00:00  Ann\n[OK][Facepalm][Thumbs Up][Facepalm]\n',
    },
    {
      text: '> 09:00:00  Ann\n谢谢<[［玫瑰］]><[【玫瑰】]><[[玫瑰】]>\n',
      fixed: '> 09:00:00  Ann\n谢谢[玫瑰][玫瑰][玫瑰]\n',
    },
    {
      text: '> 09:00:00  Ann\n谢谢<[[玫瑰]>[玫瑰]\n谢谢<[玫瑰]]>\n<[[抱拳]>  \n<[[抱拳]>谢谢\n',
      fixed: '> 09:00:00  Ann\n谢谢[玫瑰][玫瑰]\n谢谢[玫瑰]\n[抱拳]  \n[抱拳]谢谢\n',
    },
  ],
  valid: [
    { text: '> 09:00:00  Ann\n[玫瑰][Facepalm][OK][囧][發怒] [child] [chill] [wink]\n' },
    {
      text: '> 09:00:00  Ann\n[2017][一][招商银行][图片][语音][链接][表情][动画表情][文件][视频][红包][转账][位置][大笑]\n',
    },
    {
      text: '> 09:00:00  Ann\n[微信][流程][机构][发票][打款][回复][钱包][摊手][跪了][好吧][流眼泪][抱个拳][快来了][让他看看][发红包][捂脸哭]\n',
    },
    { text: '> 09:00:00  Ann\n锟斤拷偷笑] \ufffd玫瑰]\n' },
    { text: '> 09:00:00  Ann\n[error] [panic] [Start] list[0] [ ] []\n' },
    { text: '> 09:00:00  Ann\n【红包】【19:30】【疑问】今天的【主题】 ［一］\n' },
    { text: '> 09:00:00  Ann\n[玫魂](http://example.org/a) ![玫魂](http://example.org/a.png) <!-- [玫魂] -->\n' },
    { text: '> 09:00:00  Ann\n[红包来了\n[\n]\n看红包的人]\n数组[红包, 玫瑰]\n' },
  ],
};

/** A picture, what stands between two brackets, or a bracket of another kind or alone. */
const PICTURE_CODE_OR_BRACKET = /!\[[^[\]\r\n]*\]\([^()\s]*\)|\[([^[\]［］【】\r\n]*)\]|[[\]［］【】]/g;

/** Whether all brackets of a body are those of codes and pictures, as in nearly every entry that has brackets. */
function holdsOnlyCodes({ text, body }: Entry): boolean {
  const pattern = PICTURE_CODE_OR_BRACKET;
  pattern.lastIndex = body.from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, code] = match;
    if (code === undefined ? whole.length === 1 : !findEmoji(code)) return false;
  }
  return true;
}

/** The codes of an entry, and where they stand. */
interface Codes {
  readonly used: ReadonlySet<string>;
  readonly byStart: ReadonlyMap<number, string>;
  readonly byEnd: ReadonlyMap<number, string>;
}

function codesOf(entry: Entry): Codes {
  const marks = marksOf(entry).filter((mark) => mark.kind === 'emoji');
  return {
    used: new Set(marks.map(({ code }) => code)),
    byStart: new Map(marks.map(({ span, code }) => [span.from, code])),
    byEnd: new Map(marks.map(({ span, code }) => [span.to, code])),
  };
}

/** A text between brackets, or a code with one of them; `open` is a code that lacks one. */
interface Bracketed {
  readonly span: Span;
  readonly inner: string;
  readonly how: 'plain' | 'fullWidth' | 'open';
}

/** What stands between brackets in a body and is no emoji, links and the like left out. */
function* bracketed(entry: Entry): Generator<Bracketed> {
  const { text, body } = entry;
  const marks = marksOf(entry);
  let next = 0;
  let opening: number | undefined;
  let end = body.from;
  BRACKET.lastIndex = body.from;
  for (let match = BRACKET.exec(text); match; match = BRACKET.exec(text)) {
    const { 0: char, index } = match;
    while (next < marks.length && (marks[next]?.span.to ?? 0) <= index) next++;
    const mark = marks[next];
    const isElsewhere =
      mark !== undefined && mark.kind !== 'emoji' && mark.kind !== 'mention' && mark.span.from <= index;
    const closes = char === ']' || char === '］' || char === '】';
    if (!closes || isElsewhere) {
      if (opening !== undefined) yield* unclosed(text, opening, index);
      opening = closes || isElsewhere || char === '\n' || char === '\r' ? undefined : index;
      end = index + 1;
      continue;
    }
    if (opening === undefined) yield* unopened(text, end, index);
    else if (index - opening <= LONGEST) yield* pair(text, opening, index);
    opening = undefined;
    end = index + 1;
  }
  if (opening !== undefined) yield* unclosed(text, opening, text.length);
}

function* pair(text: string, from: number, close: number): Generator<Bracketed> {
  const inner = text.slice(from + 1, close);
  const brackets = text.charAt(from) + text.charAt(close);
  const known = findEmoji(inner) !== undefined;
  const span = { from, to: close + 1 };
  if (brackets === '[]') {
    if (!known) yield { span, inner, how: 'plain' };
  } else if (known && (brackets !== '【】' || isGesture(inner))) yield { span, inner, how: 'fullWidth' };
}

/** A code whose closing bracket is missing: the line or the next code follows at once, or it can be nothing but a code. */
function* unclosed(text: string, from: number, end: number): Generator<Bracketed> {
  if (text.charAt(from) === '【') return;
  const rest = text.slice(from + 1, Math.min(end, from + 1 + LONGEST)).trimEnd();
  const inner = [rest, ...[4, 3, 2].map((length) => rest.slice(0, length)).filter(isGesture)].find(
    (code) => TWO_HAN.test(code) && findEmoji(code) !== undefined,
  );
  if (inner !== undefined) yield { span: { from, to: from + 1 + inner.length }, inner, how: 'open' };
}

/** A code whose opening bracket is missing: the longest that stands before the closing one. */
function* unopened(text: string, from: number, close: number): Generator<Bracketed> {
  if (text.charAt(close) === '】') return;
  for (let at = Math.max(from, close - 4); at <= close - 2; at++) {
    const inner = text.slice(at, close);
    if (TWO_HAN.test(inner) && findEmoji(inner)) {
      yield { span: { from: at, to: close + 1 }, inner, how: 'open' };
      return;
    }
  }
}

function finding(span: Span, codes: readonly string[], text: Finding['message']): Finding {
  return {
    ...span,
    message: text,
    fixes: codes.map((code) => ({
      title: message('Write it “{0}”', `[${code}]`),
      safe: false,
      changes: [{ ...span, insert: `[${code}]` }],
    })),
  };
}

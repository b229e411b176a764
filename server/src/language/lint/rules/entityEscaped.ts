import { marksOf } from '../../syntax/inline.js';
import { Sign } from '../../syntax/signs.js';
import { message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import type { EntryRule, Examples } from '../rule.js';
import { characterOf } from '../support/entities.js';

const ESCAPED = /&(?:amp;)+(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;
const PLAIN_ASCII = /[A-Za-z0-9 "',?]/;
const WHITE = /^\s$/u;

export const entityEscaped: EntryRule = {
  id: 'entity-escaped',
  title: 'Character references are escaped once, not more.',
  why:
    'The exporter escaped some texts twice or more, so that the page shows `&#183;` where somebody wrote `·`. Decoding ' +
    'writes the character itself; where Markdown or HTML would take that for a mark, the reference, as `&lt;`. In an ' +
    'address it is always the character: `&` there parts the values.',
  severity: 'hint',
  scope: 'entry',
  signs: Sign.ampersand,
  *check(entry) {
    let comments: readonly Span[] | undefined;
    let addresses: readonly Span[] = [];
    for (const match of entry.text.matchAll(ESCAPED)) {
      const reference = match[1] ?? '';
      const character = characterOf(reference);
      if (character === undefined || match.index < entry.body.from) continue;
      const span = { from: match.index, to: match.index + match[0].length };
      if (!comments) {
        const marks = marksOf(entry);
        comments = marks.flatMap((mark) => (mark.kind === 'comment' ? [mark.span] : []));
        addresses = marks.flatMap((mark) =>
          mark.kind === 'url' ? [mark.span] : mark.kind === 'link' || mark.kind === 'image' ? [mark.target] : [],
        );
      }
      if (holds(comments, span)) continue;
      const insert = character === '&' && holds(addresses, span) ? '&' : written(character);
      const isSpace = WHITE.test(character);
      yield {
        ...span,
        message: isSpace
          ? message('The page shows “{0}” here instead of a space.', `&${reference};`)
          : message('The page shows “{0}” here instead of “{1}”.', `&${reference};`, character),
        fixes: [
          {
            title: isSpace ? message('Write it as a space') : message('Write it “{0}”', insert),
            safe: false,
            changes: [{ ...span, insert }],
          },
        ],
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 09:00:00  Ann\n专栏 <[&amp;#183;]>「春游」<[&amp;#xB7;]>\n',
      fixed: '> 09:00:00  Ann\n专栏 ·「春游」·\n',
    },
    {
      text: '> 09:00:00  Ann\nQ<[&amp;amp;]>A <[&amp;amp;amp;]> <[&amp;amp;quot;]>hi<[&amp;quot;]>\n',
      fixed: '> 09:00:00  Ann\nQ&amp;A &amp; "hi"\n',
    },
    {
      text: '> 09:00:00  Ann\na <[&amp;lt;]>b<[&amp;gt;]> <[&amp;#42;]>\n',
      fixed: '> 09:00:00  Ann\na &lt;b&gt; &#42;\n',
    },
    { text: '> 09:00:00  Ann\none<[&amp;#160;]>two\n', fixed: '> 09:00:00  Ann\none\u00a0two\n' },
    {
      text: '> 09:00:00  Ann\nhttp://example.org/?a=1<[&amp;amp;]>b=2 [x](http://example.org/?a=1<[&amp;amp;]>b=2)\n',
      fixed: '> 09:00:00  Ann\nhttp://example.org/?a=1&b=2 [x](http://example.org/?a=1&b=2)\n',
    },
  ],
  valid: [
    { text: '> 09:00:00  Ann\nQ&amp;A, a -&gt; b, &#183; &quot;\n' },
    { text: '> 09:00:00  Ann\na&amp;b; &amp;amp &amp;#0; &amp;#xD800; &amp;nosuch;\n' },
    { text: '> 09:00:00  Ann\nhi\n<!-- @note Ann: &amp;lt; is right here --&amp;gt; -->\n' },
    { text: '> 09:00:00  A&amp;amp;B\nhi &amp; bye\n' },
  ],
};

/** How a character is written in a log so that the page shows it. */
function written(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x80 || PLAIN_ASCII.test(character) ? character : `&#${code};`;
}

/** Whether one of the spans, which are in order, holds a place. Few entries have more than a handful. */
function holds(spans: readonly Span[], { from }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const last = spans[low - 1];
  return last !== undefined && from < last.to;
}

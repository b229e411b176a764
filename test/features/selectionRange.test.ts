import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-protocol';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { selectionRange } from '../../server/src/features/selectionRange.js';
import type { Span } from '../../server/src/language/index.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { randomPieces } from '../support/logText.js';
import { readMarkers, showRanges } from '../support/markers.js';
import { property } from '../support/random.js';

/** The spans that are selected one after the other from an offset. */
function spansFrom(text: string, offset: number): Span[] {
  const document = parse(text);
  const params = { textDocument: { uri }, positions: [toPosition(document, offset)] };
  const [first, ...others] = selectionRange.answer(document, params, contextFor());
  assert.equal(others.length, 0);
  const spans: Span[] = [];
  for (let at: SelectionRange | undefined = first; at; at = at.parent) spans.push(toSpan(document, at.range));
  return spans;
}

/** Checks what is selected from `<|>` on; the ranges are marked, the widest but the whole log first. */
function check(marked: string): void {
  const { text, cursors, ranges } = readMarkers(marked);
  const spans = spansFrom(text, cursors[0] ?? 0);
  assert.deepEqual(spans.pop(), { from: 0, to: text.length });
  assert.equal(showRanges(text, spans.reverse()), showRanges(text, ranges));
}

const FRONT = '---\nlayout: source\n---\n';

describe('Selection', () => {
  it('goes from an emoji code to line, body, entry, entries and log', () =>
    check(
      `${FRONT}<[> 08:00:00  Bob\nhello\n<[> 09:00:00  林一诺  \n   \n<[<[早上好<[[玫<|>瑰]]>]>  \n再见]>  \n   \n]>> 09:00:01  Bob\nhi\n]>`,
    ));

  it('takes a word where words are told by spaces, and none where they are not', () => {
    check(`${FRONT}<[<[> 09:00:00  Ann\n<[早上好 <[he<|>llo]> you]>\n]>> 09:00:01  Bob\nhi\n]>`);
    check(`${FRONT}<[<[> 09:00:00  Ann\n<[早<|>上好 hello]>\n]>> 09:00:01  Bob\nhi\n]>`);
  });

  it('goes from a name or a time to the header', () => {
    check(`${FRONT}<[<[<[> 09:00:00  <[<[Ki<|>m]>.K??]>]>  \nhi\n]>> 09:00:01  Bob\nhi\n]>`);
    check(`${FRONT}<[<[<[> <[09:<[0<|>0]>:00]>  Ann]>  \nhi\n]>> 09:00:01  Bob\nhi\n]>`);
  });

  it('goes through a mention, a link and a picture from the inside out', () => {
    check(`${FRONT}<[<[> 09:00:00  Ann\n<[问 <[@<[周<|>牧-青杉]>]> 吧]>\n]>> 09:00:01  Bob\nhi\n]>`);
    check(`${FRONT}<[<[> 09:00:00  Ann\n<[见 <[[<[通<|>知]>](http://example.org)]>]>\n]>> 09:00:01  Bob\nhi\n]>`);
    check(`${FRONT}<[<[> 09:00:00  Ann\n<[见 <[![](<[http://<[example<|>]>.org/a.png]>)]>]>\n]>> 09:00:01  Bob\n]>`);
  });

  it('takes the entry from a blank line, or an entry without a body', () => {
    check(`${FRONT}<[<[> 09:00:00  Ann\nhi\n  <|>\n]>> 09:00:01  Bob\nhi\n]>`);
    check(`${FRONT}<[<[<[> 09:00:00  <|><[Ann]>]>\n]>> 09:00:01  Bob\nhi\n]>`);
  });

  it('takes the talk around an entry', () =>
    check(
      '---\ntalks: [{speaker: Ann, start: "09:00:00", end: "09:00:02"}]\n---\n' +
        '<[> 08:00:00  Bob\nhi\n<[> 09:00:00  Ann\none\n<[> 09:00:01  Bob\n<[<[t<|>wo]>!]>\n]>> 09:00:02  Ann\nthree\n]>> 09:00:03  Ann\nfour\n]>',
    ));

  it('goes from a value of the front matter to its key and to all of it', () =>
    check('<[---\n<[layout: source\n<[tag:\n  <[- <[ch<|>at]>]>]>\nlines: 3\n]>---\n]>> 09:00:00  Ann\nhi\n'));

  it('takes the log alone where there is nothing else', () => {
    check('<|>');
    check('  <|>  \n');
  });

  it('always goes from a range to a wider one that holds it', () =>
    property(
      500,
      (random) => randomPieces(random, 12),
      (pieces) => {
        const text = pieces.join('');
        for (let offset = 0; offset <= text.length; offset += 3) {
          // No cursor stands within a line break.
          if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
          const spans = spansFrom(text, offset);
          for (const [index, { from, to }] of spans.entries()) {
            const inner = spans[index - 1] ?? { from: offset, to: offset };
            assert.ok(from <= inner.from && inner.to <= to, `${index} at ${offset}`);
            assert.ok(index === 0 || to - from > inner.to - inner.from, `${index} at ${offset}`);
          }
        }
      },
    ));
});

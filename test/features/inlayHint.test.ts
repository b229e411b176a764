import assert from 'node:assert/strict';
import { toOffset, toRange } from '../../server/src/features/convert.js';
import { inlayHint } from '../../server/src/features/inlayHint.js';
import { readSettings } from '../../server/src/features/settings.js';
import { contextFor, FRONT_MATTER, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

/** Checks the hints in the range, or the whole log: each at one of the cursors, as `label | tooltip`. */
function check(settings: object, marked: string, ...expected: string[]): void {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const [range = { from: 0, to: text.length }] = ranges;
  const context = { ...contextFor(), settings: readSettings({ inlayHints: settings }) };
  const hints = inlayHint.answer(document, { textDocument: { uri }, range: toRange(document, range) }, context);
  assert.deepEqual(
    hints.map(({ label, tooltip }) => `${label}${tooltip === undefined ? '' : ` | ${tooltip}`}`),
    expected,
  );
  assert.deepEqual(
    hints.map(({ position }) => toOffset(document, position)),
    cursors,
  );
}

const pause = (duration: string): string => `— ${duration} | Nobody wrote for ${duration}.`;

describe('Inlay hints', () => {
  const LOG = `${FRONT_MATTER}> 09:00:00  Ann\n早[玫瑰]\n> 12:00:00  Bob\n[Rose]\n`;

  it('are off unless they are wanted', () => {
    check({}, LOG);
    check({ pauses: 0, emoji: false }, LOG);
  });

  it('show pauses of at least so many minutes at the end of the header', () => {
    check({ pauses: 30 }, '> 09:00:00  Ann\nhi\n> 11:13:00  Bob<|>  \nhi\n', pause('2 h 13 min'));
    check({ pauses: 30 }, '> 09:00:00  Ann\nhi\n> 09:29:59  Bob\nhi\n> 09:59:59  Ann<|>\nhi\n', pause('30 min'));
    check({ pauses: 0.5 }, '> 09:00:00  Ann\nhi\n> 09:00:59  Bob\nhi\n> 10:00:59  Bob<|>\nhi\n', pause('1 h'));
    check({ pauses: 30 }, '> 09:00:00  Ann\nhi\n> 11:13:00<|>  \nhi\n', pause('2 h 13 min'));
  });

  it('show no pause before the first entry, where time goes back, or where it is not known', () => {
    check({ pauses: 30 }, `${FRONT_MATTER}> 09:00:00  Ann\nhi\n`);
    check({ pauses: 30 }, 'text\n> 09:00:00  Ann\nhi\n> 08:00:00  Bob\nhi\n');
    check({ pauses: 30 }, '> 09:00:00  Ann\nhi\n> 25:00:00  Bob\nhi\n> 12:00:00  Ann\nhi\n');
  });

  it('show the glyph behind an emoji code, in whichever language it is', () => {
    check({ emoji: true }, '> 09:00:00  Ann\n早[玫瑰]<|>，[Rose]<|>。[2026] [抠鼻]\n', '🌹 | Rose', '🌹 | Rose');
    check({ emoji: true }, '> 09:00:00  [玫瑰]\n<!-- [玫瑰] -->\n');
  });

  it('come in the order of the text', () => {
    const log = '> 09:00:00  Ann\n早[玫瑰]<|>\n> 12:00:00  Bob<|>\n[OK]<|>\n';
    check({ pauses: 1, emoji: true }, log, '🌹 | Rose', pause('3 h'), '👌 | OK');
  });

  it('come for the range only, and know the entry before it', () => {
    const settings = { pauses: 1, emoji: true };
    const log = (from: number, to: number): string => `${LOG.slice(0, from)}<[${LOG.slice(from, to)}]>${LOG.slice(to)}`;
    const [second, rose] = [LOG.indexOf('> 12'), LOG.indexOf('[Rose]')];
    const header = LOG.indexOf('\n[Rose]');
    const marked = (text: string, ...at: number[]): string =>
      at.reduceRight((result, offset) => `${result.slice(0, offset)}<|>${result.slice(offset)}`, text);
    check(settings, marked(log(second, header), header + 2), pause('3 h'));
    check(settings, marked(log(rose, LOG.length), rose + 8), '🌹 | Rose');
    check(settings, log(0, second - 4));
    check(settings, log(second, header - 1));
    check(settings, log(LOG.length, LOG.length));
    check(settings, '');
  });
});

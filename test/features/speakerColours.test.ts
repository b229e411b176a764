import assert from 'node:assert/strict';
import { toRange, toSpan } from '../../server/src/features/convert.js';
import { COLOURS, colourOf, speakerColours } from '../../server/src/features/speakerColours.js';
import { archiveContext, type Surroundings } from '../support/archiveContext.js';
import { parse, uri } from '../support/featureContext.js';
import { readMarkers, showRanges } from '../support/markers.js';
import { readProjectFile } from '../support/projectFiles.js';

/** Checks which names are coloured in the lines from `<|>` to `<|>`, and gives their colours. */
function check(marked: string, surroundings?: Surroundings): readonly number[] {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const [from = 0, to = text.length] = cursors;
  const params = { textDocument: { uri }, range: toRange(document, { from, to }) };
  const names = speakerColours.answer(document, params, archiveContext(new Map(), surroundings));
  const found = names.map(({ range }) => toSpan(document, range));
  assert.equal(showRanges(text, found), showRanges(text, ranges));
  return names.map(({ colour }) => colour);
}

describe('Colours of speakers', () => {
  it('are for the names in the headers of a part of the log', () => {
    check('> 09:00:00  Ann\n1\n> 09:00:01  <[Bob]>\n<|>2<|>\n> 09:00:02  Ann\n3\n');
    check('> 09:00:00  <[Ann]>\n@Ann 1\n> 09:00:01  \n2\n> 09:00:02  <[阿泽]>\n3\n');
  });

  it('are the same for one person under all names', () => {
    const [first, second] = check('> 09:00:00  <[Ann]>\n1\n> 09:00:01  <[安]>\n2\n', { speakers: { Ann: ['安'] } });
    assert.equal(first, second);
  });

  it('are the same in every session, and spread over all there are', () => {
    assert.deepEqual(['林一诺', '阿泽', 'Ann', 'Bob'].map(colourOf), [0, 3, 3, 3]);
    const counts = Array.from({ length: COLOURS }, () => 0);
    for (let i = 0; i < 8000; i++) counts[colourOf(`某人${i}-公司${i % 7}`)]!++;
    for (const count of counts) assert.ok(count > 800 && count < 1200, String(counts));
  });

  it('can be read on the backgrounds of the default themes', () => {
    const { contributes } = JSON.parse(readProjectFile('package.json'));
    const colors = contributes.colors.filter(({ id }: { id: string }) => id.startsWith('chatlog.speaker'));
    assert.equal(colors.length, COLOURS);
    const backgrounds = { dark: '#1F1F1F', light: '#FFFFFF', highContrast: '#000000', highContrastLight: '#FFFFFF' };
    for (const { id, defaults } of colors) {
      for (const [kind, background] of Object.entries(backgrounds)) {
        assert.ok(contrast(defaults[kind], background) >= 4.5, `${id} in ${kind}`);
      }
    }
  });
});

/** The contrast of two colours, as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

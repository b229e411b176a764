import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { entryOfSpeaker } from '../../server/src/features/entryOfSpeaker.js';
import { archiveContext, type Surroundings } from '../support/archiveContext.js';
import { parse, uri } from '../support/featureContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/** Checks where the next or previous entry of whoever speaks at `<|>` has its name: at the mark. */
function check(direction: 'next' | 'previous', marked: string, surroundings?: Surroundings): void {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const position = toPosition(document, cursors[0] ?? 0);
  const context = archiveContext(new Map(), surroundings);
  const range = entryOfSpeaker.answer(document, { textDocument: { uri }, position, direction }, context);
  assert.equal(showRanges(text, range ? [toSpan(document, range)] : []), showRanges(text, ranges));
}

describe('The next and previous entry of a speaker', () => {
  it('are found over those of others, from the header and from what is said', () => {
    check('next', '> 09:00:00  A<|>nn\n1\n> 09:00:01  Bob\n2\n> 09:00:02  <[Ann]>\n3\n> 09:00:03  Ann\n4\n');
    check('next', '> 09:00:00  Ann\n1<|>\n> 09:00:01  Bob\n2\n> 09:00:02  <[Ann]>\n3\n');
    check('previous', '> 09:00:00  Ann\n1\n> 09:00:02  <[Ann]>\n3\n> 09:00:03  Bob\n@Ann\n> 09:00:03  Ann\n4<|>\n');
  });

  it('go on at the other end of the log', () => {
    check('next', '> 09:00:00  <[Ann]>\n1\n> 09:00:01  Bob\n2\n> 09:00:02  Ann<|>\n3\n');
    check('previous', '> 09:00:00  Ann<|>\n1\n> 09:00:01  Bob\n2\n> 09:00:02  <[Ann]>\n3\n');
    check('next', '> 09:00:00  <[Ann]><|>\n1\n> 09:00:01  Bob\n2\n');
  });

  it('may be under another name of the person', () =>
    check('next', '> 09:00:00  Ann<|>\n1\n> 09:00:01  Bob\n2\n> 09:00:02  <[安]>\n3\n', { speakers: { Ann: ['安'] } }));

  it('are nowhere where nobody speaks', () => {
    check('next', '---\ntitle: x<|>\n---\n> 09:00:00  Ann\n1\n');
    check('next', 'hi<|>\n> 09:00:00  Ann\n1\n');
    check('next', '> 09:00:00  \n1<|>\n> 09:00:01  \n2\n');
    check('next', '<|>');
  });
});

import assert from 'node:assert/strict';
import { ChatDocument, namesInFrontMatter } from '../../../server/src/language/index.js';
import { readMarkers, showRanges } from '../../support/markers.js';

/** Checks which names stand in the front matter: the marked ones, of these kinds. */
function check(marked: string, ...kinds: string[]): void {
  const { text, ranges } = readMarkers(marked);
  const { frontMatter } = ChatDocument.parse('file:///a.txt', 0, text);
  assert.ok(frontMatter);
  const found = namesInFrontMatter(frontMatter);
  assert.equal(
    showRanges(
      text,
      found.map(({ span }) => span),
    ),
    showRanges(text, ranges),
  );
  assert.deepEqual(
    found.map(({ kind, name }) => `${kind} ${name}`),
    kinds,
  );
}

describe('namesInFrontMatter', () => {
  it('finds author, speakers of talks, and recorded names, without their quotes', () =>
    check(
      '---\ntitle: Ann\nauthor: <[Ann]>  # Ann\ntalks:\n  - title: Ann\n    speaker: "<[Li: 安]>"\n' +
        'speakers:\n  \'<[Ann]>\': [<[安]>, "<[A]>"]\n  <[Bob]>:\n    - <[鲍勃]>\n---\n',
      'author Ann',
      'talk Li: 安',
      'canonical Ann',
      'other 安',
      'other A',
      'canonical Bob',
      'other 鲍勃',
    ));

  it('finds them whatever ends the lines, and where keys share one', () => {
    check(
      '---\r\nauthor: <[Ann]>\r\nspeakers: {<[Ann]>: [<[安]>]}\r\n---\r\n',
      'author Ann',
      'canonical Ann',
      'other 安',
    );
    check('---\n{author: <[Ann]>, speakers: {<[安]>: }}\n---\n', 'author Ann', 'canonical 安');
  });

  it('finds nothing that is not there, or is no name', () => {
    check('---\nauthor:\ntalks: [Ann, {speaker: }]\nspeakers: [Ann]\n---\n');
    check('---\nauthor: [Ann]\ntalks: Ann\nspeakers: {<[Ann]>: Bob}\nAnn: Ann\n---\n', 'canonical Ann');
  });

  it('finds what can be read beside what can’t', () =>
    check('---\ntitle: "x\nauthor: <[Ann]>\ntalks: [\n---\n', 'author Ann'));
});

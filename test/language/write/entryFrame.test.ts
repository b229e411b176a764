import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  endsText,
  entryFrame,
  insertTime,
  parseClock,
} from '../../../server/src/language/index.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers } from '../../support/markers.js';
import { property } from '../../support/random.js';

const uri = 'file:///archive/2026-11-20-WeChat.txt';

const moment = (clock: string, day = '2026-11-20') => ({ day, seconds: parseClock(clock) ?? 0 });

/** Checks the log after an entry by Bob that says “hi” is put in at `<|>`; where its text goes, `<|>` stands in the result. */
function check(marked: string, expected: string, now = moment('12:00:00')): void {
  const { text, cursors } = readMarkers(marked);
  const document = ChatDocument.parse(uri, 0, text);
  const { span, before, between, after } = entryFrame(document, cursors[0] ?? 0, now);
  assert.equal(applyChanges(text, [{ ...span, insert: `${before}Bob${between}<|>${after}` }]), expected);
}

const ENTRY = '> 09:00:00  Ann  \n   \nhi  \n   \n';
const NEW = (time: string): string => `> ${time}  Bob  \n   \n<|>  \n   \n`;
const LATER = moment('12:00:00', '2026-11-25');

describe('The frame of a new entry', () => {
  it('stands behind the entry at the cursor, in canonical form', () => {
    check(`<|>${ENTRY}> 13:00:00  Kim  \n`, `${ENTRY}${NEW('12:00:00')}> 13:00:00  Kim  \n`);
    check('> 09:00:00  Ann  \n   \nh<|>i', `> 09:00:00  Ann  \n   \nhi\n   \n${NEW('12:00:00')}`);
    check('> 09:00:00  Ann  \n   \nhi<|>\n', `> 09:00:00  Ann  \n   \nhi\n   \n${NEW('12:00:00')}`);
    check('> 09:00:00  Ann<|>', `> 09:00:00  Ann\n   \n${NEW('12:00:00')}`);
    check('> 09:00:00  Ann\r\nhi<|>', `> 09:00:00  Ann\r\nhi\r\n   \r\n${NEW('12:00:00').replaceAll('\n', '\r\n')}`);
  });

  it('stands behind front matter and what comes before the first entry', () => {
    const front = '---\ntitle: "2026-11-20-WeChat"\n---\n';
    check(`${front}<|>`, front + NEW('12:00:00'));
    check('---\ntitle: "2026-11-20-WeChat"\n---<|>', front + NEW('12:00:00'));
    check(`<|>${front}<!-- a -->\n${ENTRY}`, `${front}<!-- a -->\n${NEW('09:00:00')}${ENTRY}`);
    check('<|>', NEW('12:00:00'));
  });

  it('leaves a comment above the line that it silences a rule on', () => {
    const silence = '<!-- chatlog-disable-next-line time-order -->\n';
    check(`<|>${ENTRY}${silence}> 08:00:00  Kim\n`, `${ENTRY}${NEW('09:00:00')}${silence}> 08:00:00  Kim\n`);
  });

  it('has the time now in today’s log, and else the second after the entry above, in order with the one below', () => {
    const time = (text: string, now: ReturnType<typeof moment>): string => {
      const { text: plain, cursors } = readMarkers(text);
      return entryFrame(ChatDocument.parse(uri, 0, plain), cursors[0] ?? 0, now).before.slice(-10, -2);
    };
    const two = (later: string): string => `<|>> 09:00:00  Ann\n\nhi\n\n> ${later}  Kim\n\nhi\n`;
    assert.equal(time('> 09:00:00  Ann\n\nhi<|>\n', moment('12:00:00')), '12:00:00');
    assert.equal(time('> 09:00:00  Ann\n\nhi<|>\n', LATER), '09:00:01');
    assert.equal(time(two('10:00:00'), moment('12:00:00')), '09:00:01');
    assert.equal(time(two('09:00:00'), LATER), '09:00:00');
    assert.equal(time(two('08:00:00'), LATER), '09:00:00');
    assert.equal(time('> 09:00:00  Ann\n\nhi<|>\n', moment('08:00:00')), '09:00:01');
    assert.equal(time('> 23:59:59  Ann\n\nhi<|>\n', LATER), '23:59:59');
    // A header without a time that a clock shows tells nothing; the one before it does.
    assert.equal(time('> 09:00:00  Ann\n\nhi\n\n> 25:00:00  Ann\n\nhi<|>\n', LATER), '09:00:01');
  });

  it('leaves every block of any log as it is, but for white space at its end', () =>
    property(
      400,
      (random) => randomPieces(random, 12),
      (pieces) => {
        const text = pieces.join('');
        const document = ChatDocument.parse(uri, 0, text);
        for (let at = 0; at <= text.length; at += 5) {
          const { span, before, between, after } = entryFrame(document, at, LATER);
          const next = document.edit({ ...span, insert: `${before}Bob${between}hi${after}` });
          const texts = blockTexts(next);
          const own = texts.findIndex((each) => /^> [\d:]{8} {2}Bob {2}\r?\n {3}\r?\nhi$/.test(each));
          assert.ok(own >= 0, `${at}`);
          // Of several blocks that are alike, any may be the new one.
          texts.splice(own, 1);
          assert.deepEqual(texts, blockTexts(document), `${at}`);
          assert.ok(text.startsWith(next.text.slice(0, span.from)));
        }
      },
    ));
});

const blockTexts = (log: ChatDocument): string[] =>
  [...log.blocks()].map(({ block }) => block.text.trimEnd()).filter((block) => block !== '');

describe('The end of what an entry says', () => {
  const ends = (marked: string): boolean => {
    const { text, cursors } = readMarkers(marked);
    return endsText(ChatDocument.parse(uri, 0, text), cursors[0] ?? 0);
  };

  it('is where only white space follows', () => {
    assert.ok(ends('> 09:00:00  Ann\n\nhi<|>  \n   \n> 10:00:00  Kim\n'));
    assert.ok(ends('> 09:00:00  Ann\n\nhi  <|>'));
    assert.ok(!ends('> 09:00:00  Ann\n\nh<|>i\n'));
    assert.ok(!ends('> 09:00:00  Ann\n\nhi<|>  \nho\n'));
    assert.ok(!ends('> 09:00:00  Ann<|>\n\n'));
    assert.ok(!ends('> 09:00:00  Ann\n   \n<|>  \n'));
    assert.ok(!ends('---\ntitle: x<|>\n---\n'));
    assert.ok(!ends('<|>'));
  });
});

describe('A time', () => {
  const check = (marked: string, expected: string, now = moment('12:00:00')): void => {
    const { text, cursors } = readMarkers(marked);
    const [from = 0, to = from] = cursors;
    const document = ChatDocument.parse(uri, 0, text);
    assert.equal(applyChanges(text, [insertTime(document, { from, to }, now)]), expected);
  };

  it('takes the place of the header’s', () => {
    check('> 09:00:00  A<|>nn\nhi\n', '> 12:00:00  Ann\nhi\n');
    check('＞9:05 An<|>n\n\nhi\n', '＞12:00:00 Ann\n\nhi\n');
    check('> 09:00:00  Ann\nhi\n> 09:30:00  Kim<|>\nho\n', '> 09:00:00  Ann\nhi\n> 09:00:01  Kim\nho\n', LATER);
    check(
      '> 09:00:00  Ann\nhi\n> 09:30:00  Kim<|>\nho\n> 09:00:00  A\n',
      '> 09:00:00  Ann\nhi\n> 09:00:00  Kim\nho\n> 09:00:00  A\n',
      LATER,
    );
  });

  it('goes to the cursor elsewhere, in place of what is selected', () => {
    check('> 09:00:00  Ann\nhi\n> <|>', '> 09:00:00  Ann\nhi\n> 12:00:00');
    check('> 09:00:00  Ann\nhi\n> <|>', '> 09:00:00  Ann\nhi\n> 09:00:01', LATER);
    check('> 09:00:00  Ann\nat <|>noon<|>\n', '> 09:00:00  Ann\nat 12:00:00\n');
    check('---\ntitle: <|>\n---\n', '---\ntitle: 12:00:00\n---\n', LATER);
    check('<|>', '12:00:00');
  });
});

import assert from 'node:assert/strict';
import { bratOf } from '../../../server/src/cli/annotations/brat.js';
import type { ImportFile } from '../../../server/src/cli/annotations/importItem.js';
import { readBrat } from '../../../server/src/cli/annotations/readBrat.js';
import { readW3c } from '../../../server/src/cli/annotations/readW3c.js';
import { w3cList } from '../../../server/src/cli/annotations/w3cList.js';
import { applyChanges, ChatDocument, importAnnotations, inEnglish, strip } from '../../../server/src/language/index.js';
import { annotateAtRandom } from '../../support/annotateAtRandom.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 0, text);
const stripped = (document: ChatDocument): string => applyChanges(document.text, strip(document));

function w3cOf(document: ChatDocument): string {
  const list = w3cList();
  return list.begin() + list.log('log.txt', document) + list.end();
}

const formats: Readonly<Record<string, (document: ChatDocument) => ImportFile>> = {
  w3c: (document) => readW3c(w3cOf(document)),
  brat: (document) => readBrat(bratOf(document)),
};

/** Checks that a log gets its annotations back from what was exported of it, whatever the format. */
function checkRoundTrip(text: string): void {
  const log = parse(text);
  for (const [format, exported] of Object.entries(formats)) {
    const { items, left } = exported(log);
    assert.deepEqual(left, []);
    const imported = importAnnotations(parse(stripped(log)), items);
    assert.deepEqual(
      imported.left.map(({ why }) => inEnglish(why)),
      [],
      format,
    );
    assert.equal(imported.document.text, text, format);
    // Nothing is there twice when it is done again.
    const again = importAnnotations(imported.document, items);
    assert.equal(again.document.text, text, format);
  }
}

/** Checks what becomes of annotations of others, in a log of their own format. */
function check(file: ImportFile, text: string, expected: string, ...left: string[]): void {
  const imported = importAnnotations(parse(text), file.items);
  assert.equal(imported.document.text, expected);
  const why = [...file.left, ...imported.left.map(({ item, why }) => ({ name: item.name, why }))];
  assert.deepEqual(
    why.map((one) => `${one.name}: ${inEnglish(one.why)}`),
    left,
  );
}

const BODIES = [
  '   \n早上好[太阳]，早上好😀  \n   \n',
  '   \n  \n   \n',
  '   \none two one\n\n  three  \n   \n',
  'hi\n',
  '\t\n',
  '',
  '   \n\u200bhi\u3000 \r\n   \nho\u200b\n   \n',
];

describe('Annotations that are exported and imported', () => {
  it('stand in the log again as they were, to the byte', () =>
    property(
      600,
      (random) =>
        random.list(
          6,
          () => `> 09:00:0${random.below(3)}  ${random.pick(['林一诺', 'Ann'])}  \n${random.pick(BODIES)}`,
        ),
      (pieces) => {
        const text = pieces.join('');
        const usual = text.replaceAll('\ud83d', '');
        checkRoundTrip(Buffer.from(annotateAtRandom(usual, new Random(text.length), 10)).toString());
      },
    ));

  it('keep a quote whose words are gone', () => {
    checkRoundTrip('> 09:00:00  Ann\n\nhi\n\n<!-- @note 2026-11-23 Cid on "ho" #2: a -->\n<!-- @note on "ho": b -->\n');
  });

  itWithCorpus('stand in the logs of the corpus again', () => {
    const random = new Random(3);
    for (const { text } of corpusLogs().slice(0, 60)) {
      checkRoundTrip(Buffer.from(annotateAtRandom(text, random, 8)).toString());
    }
  });
});

const LOG = '> 09:00:00  Ann\n\none two one\n\n> 09:00:01  Bo\n\n两个😀系统\n\n';
const noted = (note: string): string => LOG.replace('> 09:00:01', `${note}\n> 09:00:01`);

describe('Annotations of the Web Annotation Data Model', () => {
  const w3c = (...annotations: object[]): ImportFile => readW3c(JSON.stringify(annotations));
  const quote = (exact: string, more: object = {}): object => ({
    target: { source: 'log.txt', selector: { type: 'TextQuoteSelector', exact, ...more } },
  });

  it('are put where their words stand, alone or between the words that they name', () => {
    check(w3c({ bodyValue: 'why?', ...quote('two') }), LOG, noted('<!-- @note on "two": why? -->'));
    check(
      w3c({ bodyValue: 'why?', ...quote('one', { prefix: 'two ' }) }),
      LOG,
      noted('<!-- @note on "one" #2: why? -->'),
    );
    check(w3c({ bodyValue: 'why?', ...quote('> 09:00:00  Ann') }), LOG, noted('<!-- @note: why? -->'));
  });

  it('may be one, a page, or a collection', () => {
    const one = { id: 'urn:x:1', body: { type: 'TextualBody', value: 'why?' }, ...quote('two') };
    const expected = noted('<!-- @note on "two": why? -->');
    for (const file of [one, [one], { type: 'AnnotationPage', items: [one] }, { first: { items: [one] } }]) {
      check(readW3c(JSON.stringify(file)), LOG, expected);
    }
  });

  it('have authors, days and tags', () =>
    check(
      w3c({
        created: '2026-11-23T08:00:00Z',
        creator: [{ type: 'Person', name: 'Cid' }],
        body: [
          { type: 'TextualBody', value: 'why?', purpose: 'commenting' },
          { type: 'TextualBody', value: '清算', purpose: 'tagging' },
        ],
        ...quote('两个😀系统'),
      }),
      LOG,
      `${LOG}<!-- @note 2026-11-23 Cid on "两个😀系统": why? -->\n<!-- @tag 清算 -->\n`,
    ));

  it('are listed where they can’t be placed, and nothing is guessed', () => {
    check(w3c({ bodyValue: 'a', ...quote('one') }), LOG, LOG, '1: These words stand in more than one place: “one”');
    check(w3c({ bodyValue: 'a', ...quote('three') }), LOG, LOG, '1: These words are not in an entry: “three”');
    check(
      w3c({ bodyValue: 'a', ...quote('two', { suffix: ' two' }) }),
      LOG,
      LOG,
      '1: These words are not in an entry: “two”',
    );
    check(w3c({ bodyValue: 'a', ...quote('one\n\n> 09') }), LOG, LOG, '1: These words are not in an entry: “one > 09”');
    check(
      w3c({ bodyValue: 'a', target: 'log.txt' }),
      LOG,
      LOG,
      '1: It quotes no words of a log (a “TextQuoteSelector”).',
    );
    check(
      w3c({ id: 'urn:x:1', body: { id: 'a.png' }, ...quote('two') }),
      LOG,
      LOG,
      'urn:x:1: It has no text and no tag.',
    );
    assert.throws(() => readW3c('{'), /not JSON/);
    for (const odd of ['null', '3', '[[1]]', '{"items": 3}', '[{"target": [null, {}], "body": [null, {}, 3]}]']) {
      assert.deepEqual(readW3c(odd).items, []);
    }
  });
});

describe('Annotations of brat', () => {
  it('are put where their words stand', () => {
    check(
      readBrat('T1\tNote 21 24\ttwo\n#1\tAnnotatorNotes T1\twhy?\n'),
      LOG,
      noted('<!-- @note on "two": Note: why? -->'),
    );
    // Code points: the emoji before it counts as one.
    const at = [...LOG.slice(0, LOG.indexOf('系统'))].length;
    check(readBrat(`T1\tSystem ${at} ${at + 2}\t系统\n`), LOG, `${LOG}<!-- @note on "系统": System -->\n`);
    check(readBrat('T1\tX 17 20;25 28\tone one\n'), LOG, LOG, '1: These words are not in an entry: “one”');
  });

  it('tell by their place which of several words is meant, and by nothing else', () => {
    check(readBrat('T1\tX 25 28\tone\n'), LOG, noted('<!-- @note on "one" #2: X -->'));
    check(readBrat('T1\tX 2 5\tone\n'), LOG, LOG, '1: These words stand in more than one place: “one”');
  });

  it('are listed where a log has no place for them', () =>
    check(
      readBrat('T1\tX 21 24\ttwo\nR1\tRel Arg1:T1 Arg2:T1\nA1\tNeg T1\n#1\tAnnotatorNotes R1\twhy\n'),
      LOG,
      noted('<!-- @note on "two": X -->'),
      '2: A log can’t hold this line of brat’s: “R1\tRel Arg1:T1 Arg2:T1”',
      '3: A log can’t hold this line of brat’s: “A1\tNeg T1”',
      '4: A log can’t hold this line of brat’s: “#1\tAnnotatorNotes R1\twhy”',
    ));
});

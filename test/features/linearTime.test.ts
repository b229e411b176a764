import assert from 'node:assert/strict';
import { type Feature, Refusal } from '../../server/src/features/feature.js';
import { features } from '../../server/src/features/index.js';
import {
  ChatDocument,
  detectTalks,
  formatLog,
  inEnglish,
  lint,
  outlineOf,
  saysTheSame,
  sortEntries,
  summarize,
} from '../../server/src/language/index.js';
import { inventedLog } from '../faults/inventedLog.js';
import { startCpuTime } from '../support/cpuTime.js';
import { contextFor, uri } from '../support/featureContext.js';
import { checkLinearTime, LENGTHS } from '../support/linearTime.js';
import { Random } from '../support/random.js';

const texts = LENGTHS.map((length) => inventedLog(new Random(7), length).text);
const read = (text: string): ChatDocument => ChatDocument.parse(uri, 1, text);

/** Checks that some work on a log, which is read anew each time, grows no faster than the log. */
const check = (work: (document: ChatDocument) => unknown, of: readonly string[] = texts): Promise<void> =>
  checkLinearTime(of, (text) => {
    const document = read(text);
    return () => work(document);
  });

/** What any request may ask of the name in the header in the middle, and of the whole log. Parameters of our own stand here too. */
function paramsFor(document: ChatDocument): object {
  const { block, from } = document.block(document.blockCount >> 1);
  const at = document.positionAt(from + (block.kind === 'entry' ? block.speaker.from + 1 : 0));
  const position = { line: at.line, character: at.column };
  return {
    textDocument: { uri },
    position,
    positions: [position],
    range: { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } },
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    options: { tabSize: 4, insertSpaces: true },
    ch: '\n',
    newName: '新名',
    direction: 'next',
    forward: true,
    addresses: ['http://img.example.org/20261120_120356.png'],
    now: { day: '2026-11-20', seconds: 77_000 },
    line: position.line,
    // As a chat program copies it.
    text: document.text.replace(/^> (\d\d:\d\d):\d\d {2}(.*?) *$/gm, '$2 2026/11/20 $1'),
    trusting: true,
  };
}

/** Asks for an answer; that there is none is one too. */
async function ask(feature: Feature<unknown, unknown, unknown>, document: ChatDocument): Promise<void> {
  try {
    await feature.answer(document, paramsFor(document), contextFor());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

describe('Time grows with the log, and no faster', function () {
  this.timeout(60_000);
  // Somebody else may have had the machine for a moment.
  this.retries(2);

  for (const feature of features as unknown as readonly Feature<unknown, unknown, unknown>[]) {
    it(`for ${feature.method}`, () => check((document) => ask(feature, document)));
  }

  const backwards = texts.map((text) => {
    const [front = '', ...entries] = text.split(/^(?=> )/m);
    return front + entries.reverse().join('');
  });
  const work: readonly (readonly [title: string, work: (document: ChatDocument) => unknown, of?: readonly string[]])[] =
    [
      ['reading', ({ text }) => read(text)],
      ['checking', (document) => lint(document)],
      ['checking what stands backwards', (document) => lint(document), backwards],
      ['formatting', (document) => formatLog(document)],
      ['sorting', (document) => sortEntries(document), backwards],
      ['comparing', (document) => saysTheSame(document, read(document.text))],
      ['the outline', (document) => outlineOf(document)],
      ['finding talks', (document) => detectTalks(document)],
      ['the summary for the archive', (document) => summarize(document)],
      ['messages', (document) => lint(document).map(({ message }) => inEnglish(message)), backwards],
    ];
  for (const [title, run, of] of work) it(`for ${title}`, () => check(run, of));
});

const entry = (i: number, name: string, words: string): string => {
  const clock = new Date(i * 1000).toISOString().slice(11, 19);
  return `> ${clock}  ${name}  \n   \n${words}  \n   \n`;
};

/** Texts that nobody writes and a program has to survive. */
const ADVERSARIAL: Readonly<Record<string, string>> = {
  'a line of 100,000 characters': entry(1, 'Ann', '今天天气不错，'.repeat(14_286)),
  'a name of 100,000 characters': entry(1, '林'.repeat(100_000), 'hi'),
  '10,000 brackets that open': entry(1, 'Ann', '['.repeat(10_000)),
  '10,000 brackets that close': entry(1, 'Ann', ']'.repeat(10_000)),
  '10,000 pictures that are none': entry(1, 'Ann', '![]('.repeat(10_000)),
  '5,000 speakers': Array.from({ length: 5000 }, (_, i) => entry(i, `名字${i}`, `@名字${i + 1}?早`)).join(''),
  '10,000 lines of front matter': `---\n${Array.from({ length: 10_000 }, (_, i) => `k${i}: v\n`).join('')}---\n${entry(1, 'Ann', 'hi')}`,
  '10,000 items in front matter': `---\ntag: [${'a, '.repeat(10_000)}a]\n---\n${entry(1, 'Ann', 'hi')}`,
};
/**
 * Processor time of one answer, in milliseconds. All code actions at once take about 0.9 s in front matter of 10,000 lines: what
 * fixes make of it is read and checked once more.
 */
const MOST_TIME = 3000;

describe('A hostile text is answered in time', function () {
  this.timeout(60_000);

  for (const [title, text] of Object.entries(ADVERSARIAL)) {
    it(title, async () => {
      const document = read(text);
      lint(document);
      const slow: string[] = [];
      for (const feature of features as unknown as readonly Feature<unknown, unknown, unknown>[]) {
        const time = startCpuTime();
        await ask(feature, document);
        const took = time();
        if (took > MOST_TIME) slow.push(`${feature.method}: ${took.toFixed(0)} ms`);
      }
      assert.deepEqual(slow, []);
    });
  }
});

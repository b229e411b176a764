import assert from 'node:assert/strict';
import { completion } from '../../server/src/features/completion.js';
import { toPosition } from '../../server/src/features/convert.js';
import { Archive, ChatDocument, summarize } from '../../server/src/language/index.js';
import { startCpuTime } from '../support/cpuTime.js';
import { contextFor } from '../support/featureContext.js';

const uri = 'file:///archive/2026-11-20-WeChat.txt';
const NAMES = Array.from({ length: 5_000 }, (_, index) => `林${String.fromCharCode(0x4e00 + index)}-青杉${index}`);
const log = (entries: number, first = 0): string =>
  Array.from({ length: entries }, (_, index) => {
    const clock = new Date((32_400 + index) * 1000).toISOString().slice(11, 19);
    const name = NAMES[(first + index) % NAMES.length] as string;
    return `> ${clock}  ${name}  \n   \n早@${NAMES[(first + index * 7) % NAMES.length]}?[玫瑰]  \n   \n`;
  }).join('');

/** Milliseconds of processor time, the best of several rounds. */
async function best(run: (round: number) => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 6; round++) {
    const time = startCpuTime();
    await run(round);
    least = Math.min(least, time());
  }
  return least;
}

describe('Completion in a large log with a large archive', function () {
  this.timeout(120_000);
  const archive = new Archive();
  let document: ChatDocument;
  before(() => {
    for (let index = 0; index < 700; index++) {
      const other = `file:///archive/${index}.txt`;
      archive.set(other, summarize(ChatDocument.parse(other, 0, log(40, index * 37))), {});
    }
    document = ChatDocument.parse(uri, 0, log(10_000));
    archive.set(uri, summarize(document), {});
  });

  const context = { ...contextFor(), archive: async () => archive };
  /** Types at the end of the log and asks; the list is bounded, and says that there is more. */
  const ask = async (typed: string) => {
    const next = document.edit({ from: document.length, to: document.length, insert: typed });
    archive.set(uri, archive.get(uri)?.summary ?? summarize(next), {});
    const position = toPosition(next, next.length);
    return completion.answer(next, { textDocument: { uri }, position }, context);
  };

  for (const [what, typed, label] of [
    ['a header', '>', '>'],
    ['a header by sound', '>linyi', '林一-'],
    ['a name', '> 23:00:00  林', '林'],
    ['a mention', '早@', '@林'],
    ['a mention by initials', '早@lyqs', '-青杉'],
    ['an emoji code', '早[', '[微笑]'],
  ] as const) {
    it(`is bounded and quick at ${what}`, async () => {
      const list = await ask(typed);
      assert.ok(list && list.items.length > 0 && list.items.length <= 210, String(list?.items.length));
      assert.equal(list.isIncomplete, !typed.includes('['));
      assert.ok(list.items.some((item) => item.label.includes(label)));
      assert.ok(JSON.stringify(list).length < 150_000, String(JSON.stringify(list).length));
      const milliseconds = await best(() => ask(typed));
      // Some twenty milliseconds; looking through an archive anew would take ten times as long.
      assert.ok(milliseconds < 150, `${milliseconds} ms`);
    });
  }

  it('costs next to nothing where there is nothing to propose', async () => {
    const milliseconds = await best(() => ask('早上好 '));
    assert.ok(milliseconds < 20, `${milliseconds} ms`);
  });

  it('does not look through the archive again while only the log is edited', async () => {
    let looked = 0;
    const logs = archive.logs.bind(archive);
    archive.logs = () => {
      looked++;
      return logs();
    };
    for (const typed of ['>', '>l', '>li', '早@', '早@l', '<!-- @tag ', '<!-- @tag q']) await ask(typed);
    looked = 0;
    for (const typed of ['>', '>l', '>li', '早@', '早@l', '<!-- @tag ', '<!-- @tag q']) await ask(typed);
    assert.equal(looked, 0);
  });
});

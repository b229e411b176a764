import { median, milliseconds, type Row, times } from '../row.js';
import { startMarkdown, startOurs } from '../servers.js';
import type { Session } from '../session.js';
import { longLog } from '../workplace.js';

const uri = 'file:///2026-11-20-WeChat.md';

/** From the start of a server to the outline of a first log. */
export const serverStart: Row = {
  name: 'server-start',
  async measure() {
    const text = longLog(210);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 9; round++) {
      ours.push(await firstAnswer(startOurs, 'chatlog', text));
      theirs.push(await firstAnswer(() => startMarkdown(() => text), 'markdown', text));
    }
    const [own, peer] = [median(ours), median(theirs)];
    return [
      {
        work: 'server start to first outline',
        ours: milliseconds(own),
        against: 'Markdown server',
        theirs: `${milliseconds(peer)}, ${times(peer / own)} ours`,
        bar: 'no slower than half its time',
        reached: own <= peer / 2,
      },
    ];
  },
};

async function firstAnswer(start: () => Promise<Session>, languageId: string, text: string): Promise<number> {
  const before = performance.now();
  const session = await start();
  try {
    const textDocument = { uri, languageId, version: 1, text };
    await session.client.sendNotification('textDocument/didOpen', { textDocument });
    await session.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    return performance.now() - before;
  } finally {
    await session.end();
  }
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from '../../support/built.js';
import { compare } from '../processes.js';
import { median, megabytes, milliseconds, type Result, type Row, times } from '../row.js';
import { startOurs } from '../servers.js';
import type { Session } from '../session.js';

const QUERIES = ['支付', 'linyinuo', '沈', 'ann', '清算', 'x', '何立', 'zhou', '日切', '小'];

/** The server with a whole archive: the first index, a query, a change on disk, memory, and a second start. */
export const archive: Row = {
  name: 'archive',
  async measure({ folder, logs, count, bytes }) {
    const { check } = await compare({ check: [process.execPath, built('dist/cli.js'), 'check', logs] }, { rounds: 3 });
    const archiveFolder = join(folder, 'kept');
    const session = await startOurs(logs, archiveFolder);
    try {
      await indexed(session);
      const indexing = session.wholeCpu();
      const query = await cpuOf(session, [...QUERIES, ...QUERIES, ...QUERIES], (word) =>
        session.client.sendRequest('workspace/symbol', { query: word }),
      );
      const paths = (readdirSync(logs, { recursive: true }) as string[]).filter((path) => path.endsWith('.txt'));
      const change = await cpuOf(session, paths.slice(0, 20), (path) => changeOnDisk(session, join(logs, path)));
      for (const path of paths.slice(20, 25)) await open(session, join(logs, path));
      await session.client.sendRequest('workspace/symbol', { query: '支付' });
      const memory = session.memory();
      const none = { against: '', theirs: '' };
      return [
        {
          work: `first index of ${count} logs (CPU)`,
          ours: milliseconds(indexing),
          against: 'check',
          theirs: milliseconds(check.cpu),
          bar: 'no slower',
          reached: indexing <= check.cpu,
        },
        { work: 'workspace symbol query (CPU)', ours: milliseconds(query), ...none, bar: '10 ms', reached: query < 10 },
        {
          work: 'a change on disk (CPU)',
          ours: milliseconds(change),
          against: 'one log of the index',
          theirs: milliseconds(indexing / count),
          bar: 'about one log',
          // The query that waits for the change is in it.
          reached: change - query <= 4 * (indexing / count),
        },
        {
          work: `memory with ${count} logs indexed and five open`,
          ours: megabytes(memory),
          against: 'the texts',
          theirs: `${megabytes(bytes)} (${times(memory / bytes)})`,
          bar: 'at most 4 ×',
          reached: memory <= 4 * bytes,
        },
        await secondStart(logs, archiveFolder, indexing),
      ] satisfies Result[];
    } finally {
      await session.end();
    }
  },
};

/** What the index takes once it was kept. A few logs have changed since. */
async function secondStart(logs: string, archiveFolder: string, first: number): Promise<Result> {
  const session = await startOurs(logs, archiveFolder);
  try {
    await indexed(session);
    const second = session.wholeCpu();
    return {
      work: 'index at the second start (CPU)',
      ours: milliseconds(second),
      against: 'the first',
      theirs: `${milliseconds(first)}, ${times(first / second)} ours`,
      bar: 'at most half its time',
      reached: second <= first / 2,
    };
  } finally {
    await session.end();
  }
}

/** Waits until all logs have been read; the server shows how far it is. */
function indexed({ client }: Session): Promise<void> {
  return new Promise((resolve) => {
    client.onNotification('$/progress', ({ value }: { readonly value: { readonly kind: string } }) => {
      if (value.kind === 'end') resolve();
    });
  });
}

async function cpuOf<Item>(
  session: Session,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const costs: number[] = [];
  for (const item of items) {
    const before = session.cpu();
    await work(item);
    costs.push(session.cpu() - before);
  }
  return median(costs);
}

/** Changes a log, tells the server, and waits until it counts. */
async function changeOnDisk({ client }: Session, path: string): Promise<void> {
  writeFileSync(path, `${readFileSync(path, 'utf8')}> 23:59:59  新来的  \n   \n大家好  \n   \n`);
  await client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(path).href, type: 2 }],
  });
  await client.sendRequest('workspace/symbol', { query: '新来的' });
}

async function open({ client }: Session, path: string): Promise<void> {
  const textDocument = {
    uri: pathToFileURL(path).href,
    languageId: 'chatlog',
    version: 1,
    text: readFileSync(path, 'utf8'),
  };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  await client.sendRequest('textDocument/diagnostic', { textDocument });
  await client.sendRequest('textDocument/documentSymbol', { textDocument });
}

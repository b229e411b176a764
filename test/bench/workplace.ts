import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { inventedLog } from '../faults/inventedLog.js';
import { corpusLogs } from '../support/corpus.js';
import { Random } from '../support/random.js';

const LOGS = 700;

/** The folder of the benchmark's own packages. */
export const benchFolder = import.meta.dirname ?? __dirname;

/** A program among the benchmark's own packages. */
export const peer = (path: string): string => resolve(benchFolder, 'node_modules', path);

/** What is measured on: a folder of logs that is taken away at the end. */
export interface Workplace {
  readonly folder: string;
  /** A folder with the logs, and one with the same files under names that end in `.md`. */
  readonly logs: string;
  readonly asMarkdown: string;
  readonly count: number;
  readonly bytes: number;
  readonly entries: number;
  /** Where the logs come from, for the table. */
  readonly source: string;
  remove(): void;
}

/** Makes 700 logs: copies of the corpus, or, where there is none, invented ones of about the same size. */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'chatlog-bench-'));
  const corpus = corpusLogs();
  const logs = join(folder, 'logs');
  const asMarkdown = join(folder, 'markdown');
  let bytes = 0;
  let entries = 0;
  for (let i = 0; i < LOGS; i++) {
    const { path, text } = corpus[i % corpus.length] ?? invented(i);
    const place = join(String(Math.floor(i / (corpus.length || LOGS))), dirname(path), basename(path, '.txt'));
    write(join(logs, `${place}.txt`), text);
    write(join(asMarkdown, `${place}.md`), text);
    bytes += Buffer.byteLength(text);
    entries += text.match(/^> \d\d:\d\d:\d\d {2}/gm)?.length ?? 0;
  }
  return {
    folder,
    logs,
    asMarkdown,
    count: LOGS,
    bytes,
    entries,
    source: corpus.length > 0 ? 'copies of real logs' : 'invented logs',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An invented log of about the size that a real one has. */
function invented(seed: number): { readonly path: string; readonly text: string } {
  const random = new Random(seed);
  const { text } = inventedLog(random, 60 + random.below(400));
  return { path: `${seed}-WeChat.txt`, text };
}

/** An invented log of so many entries, with one talk in it: invented logs else begin and end one every twenty entries. */
export function longLog(entries: number): string {
  const { text } = inventedLog(new Random(1), entries);
  let begun = 0;
  let ended = 0;
  return text
    .replace(/大家好，我是沈砚秋，今天聊聊日切/g, (words) => (begun++ === 0 ? words : '今天聊聊日切'))
    .replace(/以上是我今天的分享，谢谢大家/g, (words) => (ended++ === 1 ? words : '谢谢大家'));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

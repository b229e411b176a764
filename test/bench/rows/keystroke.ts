import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { ChatDocument, entryItems, lint, outlineOf } from '../../../server/src/language/index.js';
import { median, milliseconds, type Result, type Row, times } from '../row.js';
import { startMarkdown, startOurs, startRumdl } from '../servers.js';
import type { Session } from '../session.js';
import { longLog } from '../workplace.js';

const SIZES = [210, 2_100, 10_000, 100_000];
/** A person would not wait longer; peers that take so long are measured fewer times. */
const SLOW = 1000;

/** What a keystroke in the middle of a log takes, up to fresh problems and up to a fresh outline. */
export const keystroke: Row = {
  name: 'keystroke',
  async measure() {
    const results: Result[] = [];
    const first = new Map<string, number>();
    for (const size of SIZES) {
      const text = longLog(size);
      const ours = await measureOurs(text);
      const rumdl = await measure(startRumdl, text, published);
      const markdown = await measureMarkdown(text);
      const again = {
        problems: reread(text, lint),
        outline: reread(text, (document) => [outlineOf(document), entryItems(document)]),
      };
      for (const [what, own, peer, theirs] of [
        ['problems', ours.problems, 'rumdl', rumdl],
        ['outline', ours.outline, 'Markdown server', markdown],
      ] as const) {
        const smallest = first.get(what) ?? own.wall;
        first.set(what, smallest);
        const growth = own.wall / smallest;
        const lead = theirs.wall / own.wall;
        const anew = again[what];
        const ownLead = anew / own.wall;
        const bars = [
          ...(size === 10_000 ? ['20 × faster than both', 'less than 2 × the time at 210'] : ['faster than the peer']),
          ...(size === 100_000 ? ['less than 16 ms of CPU'] : []),
        ];
        results.push({
          work: `keystroke to ${what}, ${size.toLocaleString('en')} entries`,
          ours: `${milliseconds(own.wall)} (CPU ${milliseconds(own.cpu)}), ${times(growth)} that at 210`,
          against: `${peer}, full re-read`,
          theirs: `${milliseconds(theirs.wall)} (${times(lead)}), ${milliseconds(anew)} (${times(ownLead)})`,
          bar: bars.join('; '),
          reached:
            lead > 1 &&
            (size !== 10_000 || (growth < 2 && lead >= 20 && ownLead >= 20)) &&
            (size !== 100_000 || own.cpu < 16),
        });
      }
    }
    return results;
  },
};

interface Keystroke {
  readonly wall: number;
  readonly cpu: number;
}

type Ask = (client: ProtocolConnection, uri: string, version: number) => Promise<unknown>;

const problems: Ask = (client, uri) => client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
const outline: Ask = (client, uri) => client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });

/** rumdl sends its problems unasked, after each change. */
const published: Ask = (client, _uri, version) =>
  new Promise((resolve) => {
    const heard = client.onNotification('textDocument/publishDiagnostics', (sent: { readonly version?: number }) => {
      if (sent.version !== version) return;
      heard.dispose();
      resolve(sent);
    });
  });

async function measureOurs(text: string): Promise<{ readonly problems: Keystroke; readonly outline: Keystroke }> {
  return { problems: await measure(startOurs, text, problems), outline: await measure(startOurs, text, outline) };
}

async function measureMarkdown(text: string): Promise<Keystroke> {
  let current = text;
  return measure(
    () => startMarkdown(() => current),
    text,
    outline,
    (changed) => {
      current = changed;
    },
  );
}

/** Opens a log, types into the middle of it, and asks after each character; gives the medians. */
async function measure(
  start: () => Promise<Session>,
  text: string,
  ask: Ask,
  changed: (text: string) => void = () => {},
): Promise<Keystroke> {
  const session = await start();
  const { client } = session;
  const uri = 'file:///2026-11-20-WeChat.md';
  // The text of the entry in the middle.
  const at = text.indexOf('\n   \n', text.length >> 1) + 5;
  const position = { line: text.slice(0, at).split('\n').length - 1, character: 0 };
  try {
    const languageId = start === startOurs ? 'chatlog' : 'markdown';
    const opened = client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    await ask(client, uri, 1);
    await opened;
    const walls: number[] = [];
    const cpus: number[] = [];
    let current = text;
    for (let version = 2; version < 45; version++) {
      current = `${current.slice(0, at)}x${current.slice(at)}`;
      changed(current);
      const cpuBefore = session.cpu();
      const before = performance.now();
      const change = session.takesChanges
        ? { range: { start: position, end: position }, text: 'x' }
        : { text: current };
      const textDocument = { uri, version };
      const sent = client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] });
      await ask(client, uri, version);
      await sent;
      const wall = performance.now() - before;
      if (version > 4) {
        walls.push(wall);
        cpus.push(session.cpu() - cpuBefore);
      }
      if (wall > SLOW && version > 5) break;
    }
    return { wall: median(walls), cpu: median(cpus) };
  } finally {
    await session.end();
  }
}

/** What it takes us to read the whole log anew, and to find in it what is asked for, in milliseconds. */
function reread(text: string, find: (document: ChatDocument) => unknown): number {
  const took = Array.from({ length: 5 }, (_, version) => {
    const before = performance.now();
    find(ChatDocument.parse('file:///2026-11-20-WeChat.txt', version, text));
    return performance.now() - before;
  });
  return median(took);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol/node';

/** A language server as a process of its own, spoken to over its standard input and output. */
export interface Session {
  readonly client: ProtocolConnection;
  /** Whether it takes changes; else each time the whole text. */
  readonly takesChanges: boolean;
  /** Milliseconds of all processors that the server's threads have taken so far; `NaN` where the system does not tell. */
  cpu(): number;
  /** The same, threads that have ended included, to ten milliseconds. */
  wholeCpu(): number;
  /** Bytes of memory that it holds now; `NaN` where the system does not tell. */
  memory(): number;
  end(): Promise<void>;
}

/** Starts a server, says hello, and waits for its answer. `prepare` answers what the server asks of its client. */
export async function startSession(
  [program = '', ...args]: readonly string[],
  params: Partial<InitializeParams>,
  prepare: (client: ProtocolConnection) => void = () => {},
): Promise<Session> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout as Readable),
    new StreamMessageWriter(child.stdin as Writable),
  );
  prepare(client);
  client.listen();
  const { capabilities }: InitializeResult = await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  const { textDocumentSync: sync } = capabilities;
  await client.sendNotification('initialized', {});
  return {
    client,
    takesChanges: (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental,
    cpu: () => cpuOf(child),
    wholeCpu: () => wholeCpuOf(child),
    memory: () => memoryOf(child),
    end: () => end(client, child),
  };
}

/** What a server that was told to exit gets for it, as editors give it. In milliseconds. */
const TIME_TO_EXIT = 2000;

/** As editors end a server: what it keeps for its next start is kept. */
async function end(client: ProtocolConnection, child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  const late = setTimeout(() => child.kill('SIGKILL'), TIME_TO_EXIT);
  await gone;
  clearTimeout(late);
  client.dispose();
}

/** Linux counts the ticks of a process, a hundred a second, in user and in system mode. */
function wholeCpuOf({ pid }: ChildProcess): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
}

/** It counts the nanoseconds of each thread that runs. */
function cpuOf({ pid }: ChildProcess): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    return times.reduce((sum, time) => sum + Number(time) / 1e6, 0);
  } catch {
    return Number.NaN;
  }
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

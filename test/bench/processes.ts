import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { median } from './row.js';

/** What a whole process took, from its start to its end. */
export interface Cost {
  /** Milliseconds that passed. */
  readonly wall: number;
  /** Milliseconds of all processors, the system's part included. */
  readonly cpu: number;
}

/**
 * Runs commands in turn, several rounds of all, and gives the median cost of each; of several rounds, after one that does
 * not count. What they write is thrown away; a code other than 0 and 1, with which checkers say that they found something,
 * is an error.
 */
export async function compare<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
  { rounds }: { readonly rounds: number },
): Promise<Record<Name, Cost>> {
  const names = Object.keys(commands) as Name[];
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
    for (const name of names) {
      const cost = await run(commands[name]);
      if (round > 0) costs.get(name)?.push(cost);
    }
  }
  return Object.fromEntries(
    [...costs].map(([name, all]) => [
      name,
      { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) },
    ]),
  ) as Record<Name, Cost>;
}

/** The shell's `times` tells what its children took. */
const TIMED = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';

async function run(command: readonly string[]): Promise<Cost> {
  const from = performance.now();
  const shell = spawn('sh', ['-c', TIMED, 'sh', ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  shell.stdout.on('data', (piece) => {
    output += piece;
  });
  const [code] = await once(shell, 'close');
  const wall = performance.now() - from;
  if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with code ${code}.`);
  const [, children = ''] = output.trim().split('\n');
  let cpu = 0;
  for (const [, minutes, seconds] of children.matchAll(/(\d+)m([\d.]+)s/g)) {
    cpu += Number(minutes) * 60_000 + Number(seconds) * 1000;
  }
  return { wall, cpu };
}

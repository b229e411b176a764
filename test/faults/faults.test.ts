import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyChanges, type ChatDocument, type Diagnostic, rules } from '../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { Random } from '../support/random.js';
import { bodyFaults } from './bodyFaults.js';
import type { Fault, FaultKind } from './fault.js';
import { frontMatterFaults } from './frontMatterFaults.js';
import { headerFaults } from './headerFaults.js';
import { inventedLog } from './inventedLog.js';
import { Log } from './log.js';
import { alarmsOf, findIn, fixSafely, read } from './repair.js';

const KINDS: readonly FaultKind[] = [...frontMatterFaults, ...headerFaults, ...bodyFaults];

/** `FAULTS=1` puts each kind of fault into 230 logs, `FAULTS=n` into n, and prints what was found; else it is a few. */
const ASKED = Number(process.env['FAULTS'] ?? 0);
const ALL = ASKED > 0;
const SAMPLE = ASKED === 0 ? 8 : ASKED === 1 ? 230 : ASKED;
/** Where it is a few, they are put into shorter logs. */
const LONGEST = ALL ? Number.POSITIVE_INFINITY : 10_000;

/** At least so many faults are found on their line, and repaired as they should be. */
const LEAST_FOUND = 0.99;
/** Fewer logs than this share get another alarm. */
const MOST_ALARMED = 0.02;

/** What came of all faults of a kind. */
interface Outcome {
  put: number;
  found: number;
  alarmed: number;
  /** How many first fixes there were, and how many faults were repaired as the kind asks. */
  offered: number;
  safe: number;
  restored: number;
  repaired: number;
  /** What is wrong, and in which logs. */
  readonly complaints: Map<string, string[]>;
}

/** A number that is always the same for the same text. */
function seedOf(text: string): number {
  let seed = 17;
  for (const char of text) seed = (Math.imul(seed, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return seed;
}

/** Logs with Windows line ends are logs too; every fifth is made one. */
function dressed(logs: readonly Log[]): readonly Log[] {
  return logs.map((log, index) => (index % 5 === 4 ? new Log(log.path, log.text.replaceAll('\n', '\r\n')) : log));
}

/** Findings for a message that quotes nothing: how many lines below the fault which rules found something. */
function named(document: ChatDocument, diagnostics: readonly Diagnostic[], line: number): string {
  const places = diagnostics.slice(0, 3).map(({ ruleId, from }) => {
    const below = document.positionAt(from).line - line;
    return `${ruleId} (${below < 0 ? '' : '+'}${below})`;
  });
  return places.join(', ');
}

/** The addresses of a log's pictures without their file names, each with a folder for it. */
const foldersOf = (log: Log): Record<string, string> =>
  Object.fromEntries(log.images.map(({ address }) => [address.replace(/[^/]*$/, ''), 'img']));

/** Counts how often each rule alarms. */
function countAlarms(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of alarmsOf(diagnostics)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

const usualAlarms = new WeakMap<Log, readonly Diagnostic[]>();

/** What the rules find in a log as it is. */
function usualOf(log: Log): readonly Diagnostic[] {
  const found = usualAlarms.get(log) ?? findIn(log.path, log.text);
  usualAlarms.set(log, found);
  return found;
}

/** Whether an alarm is one of so many that the log gives without the fault; counts it as such. */
function isUsual({ ruleId }: Diagnostic, usual: Map<string, number>): boolean {
  const count = usual.get(ruleId) ?? 0;
  usual.set(ruleId, count - 1);
  return count > 0;
}

/** Puts a fault into a log and notes what the rules make of it. */
function examine(kind: FaultKind, log: Log, fault: Fault, outcome: Outcome): void {
  const { text, fileName = log.path, missingFile, original = log.text } = fault;
  const [first, last] = typeof fault.line === 'number' ? [fault.line, fault.line] : fault.line;
  const find = (of: string): readonly Diagnostic[] =>
    findIn(fileName, of, missingFile, missingFile === undefined ? {} : foldersOf(log));
  const document = read(fileName, text);
  const diagnostics = find(text);
  const isIt = (diagnostic: Diagnostic): boolean =>
    diagnostic.ruleId === kind.rule &&
    document.positionAt(diagnostic.from).line <= last &&
    document.positionAt(diagnostic.to).line >= first;
  const complain = (what: string): void => {
    const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
    const ends = log.eol === '\n' ? '' : ', CRLF';
    const places = outcome.complaints.get(what) ?? [];
    places.push(`${log.path}${ends}, ${lines}`);
    outcome.complaints.set(what, places);
  };

  outcome.put++;
  const finding = diagnostics.find(isIt);
  // What the log without the fault is alarmed at too is another test's concern.
  const usual = countAlarms(original === log.text ? usualOf(log) : find(original));
  const others = alarmsOf(diagnostics).filter((diagnostic) => !isIt(diagnostic) && !isUsual(diagnostic, usual));
  if (others.length > 0) {
    outcome.alarmed++;
    complain(`also ${named(document, others, first)}`);
  }
  if (!finding) {
    complain(`not found, but ${named(document, diagnostics, first) || 'nothing'}`);
    return;
  }
  outcome.found++;
  const fixed = (finding.fixes ?? []).map((fix) => applyChanges(text, fix.changes));
  const [best] = fixed;
  if (best !== undefined) outcome.offered++;
  if (finding.fixes?.[0]?.safe) outcome.safe++;
  if (best === original) outcome.restored++;
  const left = best === undefined || best === original ? [] : find(best);
  const more = [...countAlarms(left)].filter(([rule, count]) => count > (countAlarms(diagnostics).get(rule) ?? 0));
  const isRepaired =
    kind.repair === undefined ||
    (kind.repair === 'always' && best === original) ||
    (kind.repair === 'where offered' && (best === undefined || best === original)) ||
    (kind.repair === 'one of them' && fixed.includes(original)) ||
    (kind.repair === 'clean' &&
      best !== undefined &&
      [...countAlarms(left)].every(([rule, count]) => count <= (usual.get(rule) ?? 0)));
  const safely = fixSafely(text, diagnostics);
  const again = safely === original || safely === text ? safely : fixSafely(safely, find(safely));
  if (!isRepaired) {
    const rest = alarmsOf(left)
      .slice(0, 3)
      .map(({ ruleId }) => ruleId);
    complain(
      `${best === undefined ? 'no fix' : 'another text after the first fix'}${rest.length > 0 ? `, with ${rest.join(', ')}` : ''}`,
    );
  } else if (more.length > 0) complain(`more alarms after the first fix: ${more.map(([rule]) => rule).join(', ')}`);
  else if (best === text) complain('a fix that changes nothing');
  else if (again !== safely) complain('the safe fixes change more the second time');
  else outcome.repaired++;
}

/** Puts a kind of fault into `count` logs, or where only few have a place for it, into those again at other places. */
function tryOut(kind: FaultKind, logs: readonly Log[], count: number): Outcome {
  const outcome: Outcome = {
    put: 0,
    found: 0,
    alarmed: 0,
    offered: 0,
    safe: 0,
    restored: 0,
    repaired: 0,
    complaints: new Map(),
  };
  const seed = seedOf(`${kind.rule} ${kind.variant}`);
  const start = (seed >>> 0) % logs.length;
  for (let i = 0; i < count * 6 && outcome.put < count; i++) {
    const log = logs[(start + i) % logs.length];
    const fault = log && kind.put(log, new Random(seed + i * 7919));
    if (log && fault) examine(kind, log, fault, outcome);
  }
  return outcome;
}

/** One line of the table that `FAULTS=1` prints. */
function row(kind: FaultKind, { put, found, alarmed, offered, safe, restored, repaired }: Outcome): object {
  return {
    rule: kind.rule,
    variant: kind.variant,
    put,
    found,
    alarmed,
    offered,
    safe,
    restored,
    repair: kind.repair ?? '',
    repaired,
  };
}

function suite(title: string, logsOf: () => readonly Log[], test: (title: string, run: () => void) => void): void {
  describe(title, () => {
    const table: object[] = [];
    const complaints: string[] = [];
    after(() => {
      if (!ALL) return;
      console.table(table);
      console.log(complaints.join('\n'));
    });

    test('are logs that nothing is wrong with', () => {
      const bad = logsOf().flatMap((log) =>
        alarmsOf(findIn(log.path, log.text)).map(({ ruleId }) => `${log.path}: ${ruleId}`),
      );
      assert.deepEqual(bad, []);
    });

    for (const kind of KINDS) {
      test(`finds and repairs ${kind.rule}: ${kind.variant}`, () => {
        const outcome = tryOut(kind, logsOf(), SAMPLE);
        table.push(row(kind, outcome));
        const said = [...outcome.complaints].map(
          ([what, places]) => `${places.length} × ${what}: ${places.slice(0, 3).join('; ')}`,
        );
        complaints.push(...said.map((one) => `${kind.rule}: ${kind.variant}: ${one}`));
        const first = said.slice(0, 5).join('\n');
        assert.ok(outcome.found >= LEAST_FOUND * outcome.put, `found ${outcome.found} of ${outcome.put}; ${first}`);
        assert.ok(
          outcome.alarmed < MOST_ALARMED * Math.max(1, outcome.put) || outcome.alarmed === 0,
          `${outcome.alarmed} of ${outcome.put} logs with another alarm; ${first}`,
        );
        assert.ok(
          outcome.repaired >= LEAST_FOUND * outcome.found,
          `repaired ${outcome.repaired} of ${outcome.found}; ${first}`,
        );
      });
    }
  });
}

describe('Faults', function () {
  this.timeout(ALL ? 600_000 : 20_000);

  it('are of every rule', () => {
    assert.deepEqual([...new Set(KINDS.map(({ rule }) => rule))].sort(), rules.map(({ id }) => id).sort());
  });

  let invented: readonly Log[] | undefined;
  const inventedLogs = (): readonly Log[] => {
    if (!invented) {
      const own = ['samples/2026-11-20-WeChat.txt'].map(
        (path) => new Log('2026-11-20-WeChat.txt', readFileSync(path, 'utf8')),
      );
      invented = dressed([...own, ...Array.from({ length: ALL ? 229 : 39 }, (_, i) => inventedLog(new Random(i + 1)))]);
    }
    return invented;
  };
  suite('in invented logs', inventedLogs, it);

  let real: readonly Log[] | undefined;
  const realLogs = (): readonly Log[] => {
    real ??= dressed(corpusLogs().flatMap(({ path, text }) => (text.length < LONGEST ? [new Log(path, text)] : [])));
    return real;
  };
  suite('in the corpus', realLogs, itWithCorpus);
});

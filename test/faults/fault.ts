import type { Random } from '../support/random.js';
import type { Log } from './log.js';

/** A log with one fault in it. */
export interface Fault {
  readonly text: string;
  /** The line that the rule should find it on; a range where the fault is that something is missing there. */
  readonly line: number | readonly [first: number, last: number];
  /** The log without the fault, where more than the fault was put into it. */
  readonly original?: string;
  /** A file name other than the log's own. */
  readonly fileName?: string;
  /** The end of the address of the one picture that is not in its folder. */
  readonly missingFile?: string;
}

/**
 * What a repair owes: `always` means that the first fix is there and gives the original bytes back, `where offered`
 * that it does where there is one, `one of them` that some fix does, `clean` that the first fix is there and leaves no
 * error or warning.
 */
export type Repair = 'always' | 'where offered' | 'one of them' | 'clean';

/** One way to go wrong. */
export interface FaultKind {
  readonly rule: string;
  readonly variant: string;
  readonly repair?: Repair;
  /** Puts the fault into a log; `undefined` where the log has no place for it. */
  put(log: Log, random: Random): Fault | undefined;
}

/** The kinds of one rule, each with its variant's name, what its repair owes, and what puts it in. */
export function kindsOf(
  rule: string,
  rows: readonly (readonly [variant: string, repair: Repair | undefined, put: FaultKind['put']])[],
): readonly FaultKind[] {
  return rows.map(([variant, repair, put]) => ({ rule, variant, put, ...(repair && { repair }) }));
}

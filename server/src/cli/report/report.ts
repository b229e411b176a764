import type { ChatDocument, Diagnostic, Severity } from '../../language/index.js';

/** A log and what was found in it. */
export interface CheckedLog {
  /** As it was given. */
  readonly path: string;
  /** The log as it is now, its fixes made. */
  readonly document: ChatDocument;
  /** What is left, and should be shown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was found in all logs, shown or not. */
export interface Totals {
  readonly logs: number;
  readonly found: Readonly<Record<Severity, number>>;
  /** How much of it has a fix that is safe. */
  readonly fixable: number;
  /** How many logs were changed by fixes. */
  readonly fixed: number;
}

/**
 * Shows what is found, piece by piece, so that no more than one log is in memory. What it shows of a log depends on nothing
 * else, so that logs can be shown in any order, and put together later; of many logs it is empty.
 */
export interface Report {
  begin(): string;
  /** What stands before the first log that is shown, and before each other one. */
  readonly first: string;
  readonly between: string;
  log(checked: CheckedLog): string;
  /** What stands at the end; `empty` where no log was shown. */
  end(totals: Totals, empty: boolean): string;
}

/** How a report should look. */
export interface Look {
  readonly colour: boolean;
  /** Only errors are shown. */
  readonly quiet: boolean;
  /** The version of the program. */
  readonly version: string;
}

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

/** Shows what is found, piece by piece, so that no more than one log is in memory. */
export interface Report {
  begin(): string;
  log(checked: CheckedLog): string;
  end(totals: Totals): string;
}

/** How a report should look. */
export interface Look {
  readonly colour: boolean;
  /** Only errors are shown. */
  readonly quiet: boolean;
  /** The version of the program. */
  readonly version: string;
}

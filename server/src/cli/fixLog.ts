import {
  applyChanges,
  ChatDocument,
  type Diagnostic,
  type Fix,
  firstFixes,
  type LintOptions,
  lint,
  saysTheSame,
} from '../language/index.js';

/** Which fixes are made. */
export type Fixing = 'none' | 'safe' | 'all';

/** A log after its fixes. */
export interface FixedLog {
  readonly document: ChatDocument;
  /** What is left to report. */
  readonly diagnostics: readonly Diagnostic[];
  /** The fixes would have changed who said what when, so none was made. A fault of a rule, not of the log. */
  readonly refused: boolean;
}

/** Fixes that call each other up again must end somewhere. */
const MOST_ROUNDS = 20;

/** The log with its fixes made, until none is left: the safe ones first, then, where all are wanted, the others too. */
export function fixLog(document: ChatDocument, options: LintOptions, fixing: Fixing): FixedLog {
  if (fixing === 'none') return { document, diagnostics: lint(document, options), refused: false };
  const safe = fixAll(document, options, (fix) => fix.safe);
  if (!saysTheSame(document, safe.document)) {
    return { document, diagnostics: lint(document, options), refused: true };
  }
  return { ...(fixing === 'all' ? fixAll(safe.document, options, () => true) : safe), refused: false };
}

function fixAll(
  document: ChatDocument,
  options: LintOptions,
  wanted: (fix: Fix) => boolean,
): { readonly document: ChatDocument; readonly diagnostics: readonly Diagnostic[] } {
  let fixed = document;
  let diagnostics = lint(fixed, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changes = firstFixes(diagnostics, wanted);
    if (changes.length === 0) break;
    fixed = ChatDocument.parse(document.uri, document.version, applyChanges(fixed.text, changes));
    diagnostics = lint(fixed, options);
  }
  return { document: fixed, diagnostics };
}

import { toRange } from '../../features/convert.js';
import { say } from '../../l10n/l10n.js';
import type { CheckedLog, Report } from './report.js';

/** What was found as JSON: one element a file, in the order given, positions as in LSP (docs/cli.md). */
export function jsonReport(): Report {
  return {
    begin: () => '[',
    first: '\n',
    between: ',\n',
    log: (checked) => JSON.stringify(element(checked)),
    end: (_totals, empty) => (empty ? ']\n' : '\n]\n'),
  };
}

function element({ path, document, diagnostics }: CheckedLog): object {
  return {
    file: path,
    diagnostics: diagnostics.map(({ ruleId, severity, message, fixes, ...span }) => ({
      code: ruleId,
      severity,
      message: say(message),
      range: toRange(document, span),
      fix: fixes?.[0] ? (fixes[0].safe ? 'safe' : 'unsafe') : 'none',
    })),
  };
}

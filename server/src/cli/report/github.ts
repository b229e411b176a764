import { say } from '../../l10n/l10n.js';
import type { Severity } from '../../language/index.js';
import type { CheckedLog, Report } from './report.js';
import { summary } from './summary.js';
import { terminalText } from './terminalText.js';

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** What was found as workflow commands of GitHub Actions, which shows it beside the lines, and a summary for its log. */
export function githubReport(): Report {
  return { begin: () => '', first: '', between: '', log: annotations, end: summary };
}

function annotations({ path, document, diagnostics }: CheckedLog): string {
  return diagnostics
    .map(({ ruleId, severity, message, from, to }) => {
      const start = document.positionAt(from);
      const end = document.positionAt(to);
      // GitHub knows columns only within one line.
      const columns = start.line === end.line ? { col: start.column + 1, endColumn: end.column + 1 } : {};
      const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: ruleId };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMAND[severity]} ${list.join(',')}::${data(say(message))}\n`;
    })
    .join('');
}

/** A text behind the `::`, where only these characters would end it or be taken for an escape. */
const data = (text: string): string =>
  terminalText(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

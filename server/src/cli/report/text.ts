import { eastAsianWidth } from 'get-east-asian-width';
import { say } from '../../l10n/l10n.js';
import { type Diagnostic, message, type Severity } from '../../language/index.js';
import type { CheckedLog, Look, Report } from './report.js';
import { summary } from './summary.js';
import { terminalText } from './terminalText.js';

/** As much of a line as is shown before and behind the place, in code points. */
const CONTEXT = 40;

/** ANSI colours (SGR parameters) of the severities. */
const COLOUR: Record<Severity, number> = { error: 31, warning: 33, info: 36, hint: 36 };

const SEVERITY_NAME = {
  error: message('error'),
  warning: message('warning'),
  info: message('info'),
  hint: message('hint'),
} as const satisfies Record<Severity, object>;

/** What was found for a person to read: place, message, the line with the place marked, and a summary. */
export function textReport({ colour, quiet }: Look): Report {
  const paint = (text: string, parameter: number): string => (colour ? `\u001b[${parameter}m${text}\u001b[0m` : text);
  let first = true;
  return {
    begin: () => '',
    log(log) {
      if (log.diagnostics.length === 0) return '';
      const gap = first ? '' : '\n';
      first = false;
      return gap + log.diagnostics.map((found) => report(log, found, paint)).join('');
    },
    end(totals) {
      const nothing = totals.found.error + totals.found.warning + totals.fixed === 0;
      return quiet && nothing ? '' : summary(totals);
    },
  };
}

type Paint = (text: string, parameter: number) => string;

function report({ path, document }: CheckedLog, found: Diagnostic, paint: Paint): string {
  const { line, column } = document.positionAt(found.from);
  const lineFrom = document.offsetAt({ line, column: 0 });
  const lineTo = document.offsetAt({ line, column: Number.MAX_SAFE_INTEGER });
  const before = [...document.slice({ from: lineFrom, to: found.from })];
  const marked = [...document.slice({ from: found.from, to: Math.min(found.to, lineTo) })];
  const behind = [...document.slice({ from: Math.min(found.to, lineTo), to: lineTo })];
  const head = before.length > CONTEXT ? ['…', ...before.slice(-CONTEXT)] : before;
  const shown = [...head, ...marked.slice(0, 2 * CONTEXT), ...behind.slice(0, CONTEXT)].map(printable).join('');
  const carets = '^'.repeat(
    Math.max(
      1,
      marked.slice(0, 2 * CONTEXT).reduce((sum, char) => sum + width(char), 0),
    ),
  );
  const gutter = String(line + 1);
  const pad = ' '.repeat(gutter.length);
  const severity = paint(say(SEVERITY_NAME[found.severity]), COLOUR[found.severity]);
  return (
    `${terminalText(path)}:${line + 1}:${column + 1}: ${severity}: ${terminalText(say(found.message))} [${found.ruleId}]\n` +
    `${gutter} | ${shown}\n` +
    `${pad} | ${' '.repeat(head.reduce((sum, char) => sum + width(char), 0))}${paint(carets, COLOUR[found.severity])}\n`
  );
}

/** The character as a terminal may be given it: control characters as a space, so that columns hold and nothing is run. */
const printable = (char: string): string => (/[\p{Cc}\p{Cf}]/u.test(char) ? ' ' : char);

const width = (char: string): number => eastAsianWidth(char.codePointAt(0) ?? 0x20);

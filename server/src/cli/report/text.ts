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
  return {
    begin: () => '',
    first: '',
    between: '\n',
    log: (log) => log.diagnostics.map((found) => report(log, found, paint)).join(''),
    end(totals) {
      const nothing = totals.found.error + totals.found.warning + totals.fixed === 0;
      return quiet && nothing ? '' : summary(totals);
    },
  };
}

type Paint = (text: string, parameter: number) => string;

function report({ path, document }: CheckedLog, found: Diagnostic, paint: Paint): string {
  const { line, column } = document.positionAt(found.from);
  const lineFrom = found.from - column;
  const lineTo = document.offsetAt({ line, column: Number.MAX_SAFE_INTEGER });
  const to = Math.min(found.to, lineTo);
  const head = ending(document.slice({ from: lineFrom, to: found.from }), CONTEXT);
  const marked = beginning(document.slice({ from: found.from, to }), 2 * CONTEXT);
  const shown = printable(head + marked + beginning(document.slice({ from: to, to: lineTo }), CONTEXT));
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  const gutter = String(line + 1);
  const pad = ' '.repeat(gutter.length);
  const severity = paint(say(SEVERITY_NAME[found.severity]), COLOUR[found.severity]);
  return (
    `${terminalText(path)}:${line + 1}:${column + 1}: ${severity}: ${terminalText(say(found.message))} [${found.ruleId}]\n` +
    `${gutter} | ${shown}\n` +
    `${pad} | ${' '.repeat(widthOf(head))}${paint(carets, COLOUR[found.severity])}\n`
  );
}

/** The text as a terminal may be given it: control characters as a space, so that columns hold and nothing is run. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');

/** The first characters of a text, at most so many. Most texts have fewer, and are not looked at. */
const beginning = (text: string, most: number): string =>
  text.length <= most ? text : [...text.slice(0, 2 * most)].slice(0, most).join('');

/** The last characters of a text, at most so many, behind a sign where there are more. */
function ending(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(-2 * most)];
  const isWhole = text.length <= 2 * most && characters.length <= most;
  return isWhole ? text : `…${characters.slice(-most).join('')}`;
}

/** How many columns a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0x20);
  return width;
}

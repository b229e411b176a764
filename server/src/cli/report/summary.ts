import { say } from '../../l10n/l10n.js';
import { message } from '../../language/index.js';
import type { Totals } from './report.js';

/** The totals in a few words, each kind on a line; what there is none of is left out, but for errors and warnings. */
export function summary({ logs, found, fixable, fixed }: Totals): string {
  const lines = [message('Logs checked: {0}; errors: {1}, warnings: {2}.', logs, found.error, found.warning)];
  const less = found.info + found.hint;
  if (less > 0) lines.push(message('Infos and hints: {0}.', less));
  if (fixed > 0) lines.push(message('Logs repaired: {0}.', fixed));
  if (fixable > 0) lines.push(message('“--fix” can repair {0} of these.', fixable));
  return lines.map((line) => `${say(line)}\n`).join('');
}

import { say } from '../../l10n/l10n.js';
import { rules as allRules, message, type Rule } from '../../language/index.js';
import { type Command, readArguments, readFormat, UsageError } from '../command.js';

const FORMATS = ['text', 'json'] as const;

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: message('How to report: {0}; “text” where nothing is said.', FORMATS.join(', ')),
  },
} as const;

export const rules: Command = {
  name: 'rules',
  synopsis: 'rules [OPTION]…',
  summary: message('List the rules, each with its severity and what it wants.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    const format = readFormat(values.format, FORMATS);
    if (positionals.length > 0) throw new UsageError(message('This command takes no file.'));
    io.stdout.write(format === 'json' ? `${JSON.stringify(allRules.map(element), undefined, 2)}\n` : textOf(allRules));
    return 0;
  },
};

const titleOf = ({ title }: Rule): string => say({ template: title, values: [] });

function element(rule: Rule): object {
  const { id, severity, why } = rule;
  return { id, severity, title: titleOf(rule), why };
}

function textOf(list: readonly Rule[]): string {
  const width = Math.max(...list.map(({ id }) => id.length));
  return list.map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${titleOf(rule)}\n`).join('');
}

import { message } from '../../language/index.js';
import { checkFiles, checkStdin } from '../check.js';
import { type Command, readArguments, readFormat } from '../command.js';
import { readStdin, stdinOptions, wantsStdin } from '../files/readStdin.js';
import { FORMATS } from '../report/index.js';

const options = {
  fix: { type: 'boolean', summary: message('Make the fixes that are safe: they never change who said what when.') },
  'unsafe-fixes': { type: 'boolean', summary: message('Make the other fixes too.') },
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: message('How to report: {0}; “text” where nothing is said.', FORMATS.join(', ')),
  },
  quiet: { type: 'boolean', summary: message('Show errors only; the exit code stays the same.') },
  ...stdinOptions,
} as const;

export const check: Command = {
  name: 'check',
  synopsis: 'check [OPTION]… [FILE|FOLDER|GLOB]…',
  summary: message('Report what is wrong in logs.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    const job = {
      io,
      format: readFormat(values.format, FORMATS),
      fixing: values['unsafe-fixes'] ? 'all' : values.fix ? 'safe' : 'none',
      quiet: values.quiet === true,
    } as const;
    if (!wantsStdin(values, positionals)) return checkFiles(positionals, job);
    return checkStdin(await readStdin(io, values['stdin-filename']), job);
  },
};

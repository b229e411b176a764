import { message } from '../../language/index.js';
import { type Command, readArguments } from '../command.js';
import { readStdin, stdinOptions, wantsStdin } from '../files/readStdin.js';
import { formatFiles, formatStdin } from '../format.js';

const options = {
  check: { type: 'boolean', summary: message('Change nothing; tell which logs would be changed, with exit code 1.') },
  ...stdinOptions,
} as const;

export const format: Command = {
  name: 'format',
  synopsis: 'format [OPTION]… [FILE|FOLDER|GLOB]…',
  summary: message('Give logs the canonical spacing; nothing but white space changes.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    const checkOnly = values.check === true;
    if (!wantsStdin(values, positionals)) return formatFiles(positionals, io, checkOnly);
    return formatStdin(await readStdin(io, values['stdin-filename']), io, checkOnly);
  },
};

import { message } from '../../language/index.js';
import { type Command, readArguments } from '../command.js';
import { readStdin, stdinOptions, wantsStdin } from '../files/readStdin.js';
import { stripFiles, stripStdin, stripToOutput } from '../stripLogs.js';

const options = {
  'in-place': { type: 'boolean', summary: message('Change the files, and name those that are changed.') },
  ...stdinOptions,
} as const;

export const strip: Command = {
  name: 'strip',
  synopsis: 'strip [OPTION]… [FILE|FOLDER|GLOB]…',
  summary: message('Write a log without its notes and tags, as it was before they were added.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    if (wantsStdin(values, positionals)) return stripStdin(await readStdin(io, values['stdin-filename']), io);
    return values['in-place'] ? stripFiles(positionals, io) : stripToOutput(positionals, io);
  },
};

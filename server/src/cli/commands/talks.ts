import { message } from '../../language/index.js';
import { type Command, readArguments, readFormat } from '../command.js';
import { listTalks, TALK_FORMATS } from '../listTalks.js';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: message('How to report: {0}; “text” where nothing is said.', TALK_FORMATS.join(', ')),
  },
} as const;

export const talks: Command = {
  name: 'talks',
  synopsis: 'talks [OPTION]… [FILE|FOLDER|GLOB]…',
  summary: message('List the talks of logs: who presented what, from when to when.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    return listTalks(positionals, io, readFormat(values.format, TALK_FORMATS));
  },
};

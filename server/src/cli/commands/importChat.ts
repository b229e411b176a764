import { message } from '../../language/index.js';
import { type Command, readArguments, UsageError } from '../command.js';
import { IMPORT_SOURCES, importChatFile } from '../importChatFile.js';

const options = {
  from: {
    type: 'string',
    value: 'PROGRAM',
    summary: message('What the messages come from: {0}; “auto” where nothing is said.', IMPORT_SOURCES.join(', ')),
  },
  date: { type: 'string', value: 'DAY', summary: message('The day of messages that tell none, as YYYY-MM-DD.') },
  output: {
    type: 'string',
    value: 'FOLDER',
    summary: message('Write one log a day into this folder; else one log goes to the standard output.'),
  },
} as const;

export const importChat: Command = {
  name: 'import',
  synopsis: 'import [OPTION]… FILE|-',
  summary: message('Make logs of what was copied or saved from a chat program.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw new UsageError(message('Name one file, or “-” for the standard input.'));
    }
    return importChatFile(file, io, values);
  },
};

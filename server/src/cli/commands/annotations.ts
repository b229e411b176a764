import { message } from '../../language/index.js';
import { ANNOTATION_FORMATS } from '../annotations/annotationList.js';
import { type Command, readArguments, readFormat, UsageError } from '../command.js';
import { importFrom } from '../importAnnotations.js';
import { listAnnotations } from '../listAnnotations.js';

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: message('How to report: {0}; “text” where nothing is said.', ANNOTATION_FORMATS.join(', ')),
  },
  import: {
    type: 'string',
    value: 'FILE',
    summary: message('Put the annotations of a “.jsonld” or “.ann” file into the logs, where their words are found.'),
  },
} as const;

export const annotations: Command = {
  name: 'annotations',
  synopsis: 'annotations [OPTION]… [FILE|FOLDER|GLOB]…',
  summary: message('List the notes, tags and talks of logs, or put notes and tags into them.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    if (values.import === undefined)
      return listAnnotations(positionals, io, readFormat(values.format, ANNOTATION_FORMATS));
    if (values.format !== undefined) throw new UsageError(message('“--format” and “--import” don’t go together.'));
    return importFrom(values.import, positionals, io);
  },
};

import { fileNameOf, isBlank, logName, message, newLogText, patternOf } from '../../language/index.js';
import { type CodeActionSource, editOf } from './codeActionSource.js';

/** Writes the front matter of an empty log whose file's name tells its day. */
export const beginLog: CodeActionSource = {
  kinds: ['quickfix'],
  actions(request) {
    const { document, context } = request;
    const { text, uri } = document;
    const { day, pattern } = patternOf(fileNameOf(uri)) ?? {};
    if (day === undefined || pattern === undefined || !isBlank(text, 0, text.length)) return [];
    const named = logName(pattern, day);
    if ('problem' in named) return [];
    const { requiredKeys, files } = context.lintOptions;
    const neighbour = files.neighbour(uri);
    const insert = newLogText(
      named.name,
      neighbour === undefined ? undefined : { text: neighbour, name: named.name },
      requiredKeys,
    );
    const title = context.say(message('Begin the log of {0}', day));
    return [
      { title, kind: 'quickfix', isPreferred: true, edit: editOf(request, [{ from: 0, to: text.length, insert }]) },
    ];
  },
};

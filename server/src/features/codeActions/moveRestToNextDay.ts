import { message, moveToNextDay } from '../../language/index.js';
import { fileCreation, toLspDiagnostic } from '../convert.js';
import { type CodeActionSource, editOf, selectedDiagnostics } from './codeActionSource.js';

/** Where a log runs past midnight, moves what is of the next day into a log of its own. */
export const moveRestToNextDay: CodeActionSource = {
  kinds: ['quickfix'],
  actions(request) {
    const { document, context } = request;
    const found = selectedDiagnostics(request).filter(({ ruleId }) => ruleId === 'time-order');
    if (found.length === 0 || !context.client.fileCreation || !context.client.versionedEdits) return [];
    const moved = moveToNextDay(document, context.lintOptions);
    if (!moved) return [];
    return [
      {
        title: context.say(message('Move the rest into the log of the next day')),
        kind: 'quickfix',
        diagnostics: found.map((each) => toLspDiagnostic(document, each, context)),
        edit: {
          documentChanges: [
            ...fileCreation(moved.uri, moved.text),
            ...(editOf(request, moved.changes).documentChanges ?? []),
          ],
        },
      },
    ];
  },
};

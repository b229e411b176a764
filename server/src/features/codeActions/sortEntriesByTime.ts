import { message, sortEntries } from '../../language/index.js';
import { toLspDiagnostic } from '../convert.js';
import { type CodeActionSource, editOf, selectedDiagnostics } from './codeActionSource.js';

/** Puts the entries in the order of their times; offered where they are not, and never done unasked. */
export const sortEntriesByTime: CodeActionSource = {
  kinds: ['source.sortEntries.chatlog', 'quickfix'],
  actions(request) {
    const changes = sortEntries(request.document);
    if (changes.length === 0) return [];
    const title = request.context.say(message('Sort all entries by time'));
    const action = { title, kind: 'source.sortEntries.chatlog', edit: editOf(request, changes) };
    const found = selectedDiagnostics(request).filter(({ ruleId }) => ruleId === 'time-order');
    if (found.length === 0) return [action];
    const diagnostics = found.map((each) => toLspDiagnostic(request.document, each, request.context));
    return [action, { ...action, kind: 'quickfix', diagnostics }];
  },
};

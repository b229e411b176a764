import { fixSafely, message } from '../../language/index.js';
import { type CodeActionSource, editOf } from './codeActionSource.js';

/** Every safe fix of the log, as on save. */
export const fixAll: CodeActionSource = {
  kinds: ['source.fixAll.chatlog'],
  actions(request) {
    const { document, diagnostics, context } = request;
    if (!diagnostics.some(({ fixes }) => fixes?.[0]?.safe)) return [];
    const changes = fixSafely(document, context.lintOptions);
    if (changes.length === 0) return [];
    const title = context.say(message('Fix everything that can be fixed safely'));
    return [{ title, kind: 'source.fixAll.chatlog', edit: editOf(request, changes) }];
  },
};

import { updateFrontMatter as changesOf, message } from '../../language/index.js';
import { type CodeActionSource, editOf } from './codeActionSource.js';

/** Makes `lines`, `author` and `talks` say what the log holds, also on save where the user wants that. */
export const updateFrontMatter: CodeActionSource = {
  kinds: ['source.updateFrontMatter.chatlog'],
  actions(request) {
    const changes = changesOf(request.document, request.context.lintOptions);
    if (changes.length === 0) return [];
    const title = request.context.say(message('Update the front matter from what the log holds'));
    return [{ title, kind: 'source.updateFrontMatter.chatlog', edit: editOf(request, changes) }];
  },
};

import { updateLines as changesOf, message } from '../../language/index.js';
import { type CodeActionSource, editOf } from './codeActionSource.js';

/** Counts the entries anew, in any log whose `lines` says another number or is not there. */
export const updateLines: CodeActionSource = {
  kinds: ['source.updateLines.chatlog', 'refactor.rewrite'],
  actions(request) {
    const { document, selection, context } = request;
    const changes = changesOf(document);
    if (changes.length === 0) return [];
    const title = context.say(message('Update “lines” to the number of entries'));
    const edit = editOf(request, changes);
    const inFrontMatter = selection.from < (document.frontMatter?.text.length ?? 0);
    return [
      { title, kind: 'source.updateLines.chatlog', edit },
      ...(inFrontMatter ? [{ title, kind: 'refactor.rewrite', edit }] : []),
    ];
  },
};

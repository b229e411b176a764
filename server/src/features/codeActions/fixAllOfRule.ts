import { firstFixes, message } from '../../language/index.js';
import { toLspDiagnostic } from '../convert.js';
import { type CodeActionSource, editOf, selectedDiagnostics } from './codeActionSource.js';

/** Where the log has several findings of a rule that is selected, their first fixes at once. */
export const fixAllOfRule: CodeActionSource = {
  kinds: ['quickfix'],
  actions(request) {
    const { document, diagnostics, context } = request;
    const ruleIds = new Set(selectedDiagnostics(request).map(({ ruleId }) => ruleId));
    return [...ruleIds].flatMap((ruleId) => {
      const fixable = diagnostics.filter((found) => found.ruleId === ruleId && found.fixes?.[0]);
      if (fixable.length < 2) return [];
      return [
        {
          title: context.say(message('Fix all {0} of “{1}”', fixable.length, ruleId)),
          kind: 'quickfix',
          diagnostics: fixable.map((found) => toLspDiagnostic(document, found, context)),
          edit: editOf(request, firstFixes(fixable)),
        },
      ];
    });
  },
};

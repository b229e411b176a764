import { toLspDiagnostic } from '../convert.js';
import { type CodeActionSource, editOf, selectedDiagnostics } from './codeActionSource.js';

/** The fixes of what is selected, each by itself; the first of a finding is preferred where it is safe. */
export const quickFixes: CodeActionSource = {
  kinds: ['quickfix'],
  actions: (request) =>
    selectedDiagnostics(request).flatMap((found) =>
      (found.fixes ?? []).map((fix, index) => ({
        title: request.context.say(fix.title),
        kind: 'quickfix',
        diagnostics: [toLspDiagnostic(request.document, found, request.context)],
        isPreferred: fix.safe && index === 0,
        edit: editOf(request, fix.changes),
      })),
    ),
};

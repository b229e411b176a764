import type { CodeAction } from 'vscode-languageserver-protocol';
import { type ChatDocument, type Diagnostic, disableInConfig, message, type TextChange } from '../../language/index.js';
import { fileCreation, lineStart, toLspDiagnostic, wholeRange } from '../convert.js';
import { type CodeActionRequest, type CodeActionSource, editOf, selectedDiagnostics } from './codeActionSource.js';

/** Keeps the rule of what is selected quiet: here, in this log, or in the workspace. */
export const disableRule: CodeActionSource = {
  kinds: ['quickfix'],
  last: true,
  actions(request) {
    const { document, context } = request;
    const byRule = new Map(selectedDiagnostics(request).map((found) => [found.ruleId, found]));
    return [...byRule].flatMap(([ruleId, found]) => {
      const diagnostics = [toLspDiagnostic(document, found, context)];
      const action = (title: string, changes: readonly TextChange[]): CodeAction[] =>
        changes.length === 0 ? [] : [{ title, kind: 'quickfix', diagnostics, edit: editOf(request, changes) }];
      return [
        ...action(context.say(message('Disable “{0}” here', ruleId)), onLine(document, found)),
        ...action(context.say(message('Disable “{0}” in this log', ruleId)), inLog(document, ruleId)),
        ...inWorkspace(request, ruleId).map((edited) => ({ ...edited, diagnostics })),
      ];
    });
  },
};

const lineBreakOf = (document: ChatDocument): string => (document.frontMatter?.text.includes('\r\n') ? '\r\n' : '\n');

/** A comment on the line above; none can stand in front matter, or above it. */
function onLine(document: ChatDocument, { ruleId, from }: Diagnostic): TextChange[] {
  if (from < (document.frontMatter?.text.length ?? 0)) return [];
  const at = lineStart(document, from);
  const insert = `<!-- chatlog-disable-next-line ${ruleId} -->${lineBreakOf(document)}`;
  return at === 0 ? [] : [{ from: at, to: at, insert }];
}

/** A comment behind the front matter; without any, at the start. */
function inLog(document: ChatDocument, ruleId: string): TextChange[] {
  const { frontMatter } = document;
  if (frontMatter?.closed === false) return [];
  const at = frontMatter?.text.length ?? 0;
  return [{ from: at, to: at, insert: `<!-- chatlog-disable ${ruleId} -->${lineBreakOf(document)}` }];
}

function inWorkspace({ context }: CodeActionRequest, ruleId: string): CodeAction[] {
  const { configFile, client, say } = context;
  if (!configFile || !client.fileCreation) return [];
  const { uri, text = '' } = configFile;
  const newText = disableInConfig(text, ruleId);
  const change = { textDocument: { uri, version: null }, edits: [{ range: wholeRange(text), newText }] };
  return [
    {
      title: say(message('Disable “{0}” in the workspace', ruleId)),
      kind: 'quickfix',
      edit: { documentChanges: configFile.text === undefined ? fileCreation(uri, newText) : [change] },
    },
  ];
}

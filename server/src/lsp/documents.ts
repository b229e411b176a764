import {
  type TextDocumentContentChangeEvent,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { ChatDocument } from '../language/index.js';

/** Is told of each new version and the changes that made it. */
export type ChangeListener = (document: ChatDocument, changes: readonly TextDocumentContentChangeEvent[]) => void;

/** How text synchronisation makes versions of a log. Each is immutable, so a request reads one version to its end. */
const configuration = (onChange: ChangeListener): TextDocumentsConfiguration<ChatDocument> => ({
  create: (uri, _languageId, version, content) => ChatDocument.parse(uri, version, content),
  update: (document, changes, version) => {
    const next = changes.reduce<ChatDocument>((current, change) => {
      if (!('range' in change)) return ChatDocument.parse(current.uri, version, change.text);
      const { start, end } = change.range;
      const from = current.offsetAt({ line: start.line, column: start.character });
      const to = current.offsetAt({ line: end.line, column: end.character });
      return current.edit({ from: Math.min(from, to), to: Math.max(from, to), insert: change.text }, version);
    }, document);
    onChange(next, changes);
    return next;
  },
});

/** The logs that the client has open, each in its newest version. */
export function openDocuments(onChange: ChangeListener): TextDocuments<ChatDocument> {
  return new TextDocuments(configuration(onChange));
}

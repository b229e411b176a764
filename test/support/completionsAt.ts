import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, InsertReplaceEdit, TextEdit } from 'vscode-languageserver-protocol';
import { completion } from '../../server/src/features/completion.js';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import type { FeatureContext } from '../../server/src/features/feature.js';
import { applyChanges, ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from './archiveContext.js';
import { readMarkers } from './markers.js';

/** What surrounds the place where proposals are asked for. */
export interface CompletionSurroundings extends Surroundings {
  readonly context?: Partial<FeatureContext>;
  /** The texts of the other logs of the archive. */
  readonly others?: readonly string[];
  readonly uri?: string;
}

/** What is proposed at the `<|>` of a log. */
export interface Proposed {
  readonly document: ChatDocument;
  readonly offset: number;
  readonly list: CompletionList | null;
  /** The proposals that an editor would still show, by label: those whose text holds what is typed, in its order. */
  readonly labels: readonly string[];
  item(label: string): CompletionItem;
  /** The log after a proposal is accepted, by inserting or by overwriting. */
  accept(label: string, how?: 'insert' | 'replace'): string;
}

/** Asks for proposals at `<|>`. Checks of each that its range is on the line and holds the place, as editors want it. */
export async function completionsAt(marked: string, around: CompletionSurroundings = {}): Promise<Proposed> {
  const { text, cursors } = readMarkers(marked);
  const { context, others = [], uri = logUri(0), ...surroundings } = around;
  const logs = new Map([...readLogs(['', ...others])].slice(1));
  const document = ChatDocument.parse(uri, 7, text);
  logs.set(uri, document);
  const offset = cursors[0] ?? text.length;
  const position = toPosition(document, offset);
  const full = { ...archiveContext(logs, surroundings), ...context };
  const list = await completion.answer(document, { textDocument: { uri }, position }, full);
  const items = list?.items ?? [];
  for (const item of items) {
    for (const range of rangesOf(item)) {
      assert.ok(range.start.line === position.line && range.end.line === position.line, item.label);
      assert.ok(range.start.character <= position.character && range.end.character >= position.character, item.label);
    }
    assert.ok((item.filterText?.length ?? 0) <= 128, item.label);
  }
  const shown = items.filter((item) => holds(item.filterText ?? '', typedFor(item, document, offset)));
  const item = (label: string): CompletionItem => {
    const found = items.find((one) => one.label === label);
    assert.ok(found, `“${label}” is not among ${JSON.stringify(items.map((one) => one.label).slice(0, 20))}`);
    return found;
  };
  return {
    document,
    offset,
    list,
    labels: shown.map(({ label }) => label),
    item,
    accept(label, how = 'insert') {
      const edit = item(label).textEdit as TextEdit | InsertReplaceEdit;
      const range = 'range' in edit ? edit.range : edit[how];
      return applyChanges(text, [{ ...toSpan(document, range), insert: edit.newText }]);
    },
  };
}

function rangesOf({ textEdit }: CompletionItem) {
  assert.ok(textEdit);
  return 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace];
}

const typedFor = (item: CompletionItem, document: ChatDocument, offset: number): string => {
  const [range] = rangesOf(item);
  return range ? document.slice({ from: toSpan(document, range).from, to: offset }) : '';
};

function holds(text: string, typed: string): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  for (const character of typed.toLowerCase().trimStart()) {
    const found = lower.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}

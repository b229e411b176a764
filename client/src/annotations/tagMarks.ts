import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedLogs } from './annotatedLogs.js';
import { markLogs } from './markLogs.js';
import type { TagComment } from './protocol.js';
import { shortened } from './shortened.js';

/** So many signs of an entry's tags are shown. */
const MOST = 80;

/** Shows the tags of entries faintly behind their headers. */
export function markTags(client: BaseLanguageClient, logs: AnnotatedLogs): vscode.Disposable {
  const { asRange } = client.protocol2CodeConverter;
  const type = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('chatlog.tagForeground'), margin: '0 0 0 1em' },
    overviewRulerColor: new vscode.ThemeColor('chatlog.tagRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return markLogs(logs, [type], ({ annotations: { tags } }) => {
    const marks = [...tagsByEntry(tags)].map(
      ([, { header, names }]): vscode.DecorationOptions => ({
        range: asRange(header),
        renderOptions: { after: { contentText: shortened([...names].map((name) => `#${name}`).join(' '), MOST) } },
      }),
    );
    return new Map([[type, marks]]);
  });
}

function tagsByEntry(
  tags: readonly TagComment[],
): ReadonlyMap<number, { readonly header: TagComment['header']; readonly names: Set<string> }> {
  const entries = new Map<number, { readonly header: TagComment['header']; readonly names: Set<string> }>();
  for (const { header, names } of tags) {
    if (names.length === 0) continue;
    const entry = entries.get(header.start.line) ?? { header, names: new Set<string>() };
    entries.set(header.start.line, entry);
    for (const { name } of names) entry.names.add(name);
  }
  return entries;
}

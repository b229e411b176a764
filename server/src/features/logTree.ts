import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import { type ChatDocument, type OutlineItem, outlineOf } from '../language/index.js';
import { toRange } from './convert.js';
import type { Feature, FeatureContext } from './feature.js';
import type { TreeNode } from './treeNode.js';

/** The names of VS Code's icons (codicons), which tell the kinds of rows apart. */
const ICON = {
  frontMatter: 'symbol-namespace',
  talk: 'megaphone',
  group: undefined,
  speaker: 'person',
  entry: 'comment',
  picture: 'file-media',
  note: 'note',
  tag: 'tag',
  more: 'ellipsis',
} as const satisfies Record<OutlineItem['kind'], string | undefined>;

/** What a log holds, for the side bar: what the outline says of it. */
export const logTree: Feature<{ readonly textDocument: TextDocumentIdentifier }, TreeNode[]> = {
  method: 'chatlog/logTree',
  capabilities: {},
  nothing: [],
  answer: (document, _params, context) =>
    outlineOf(document, context.lintOptions.speakers).map((item) => nodeOf(document, item, context)),
};

function nodeOf(
  document: ChatDocument,
  { kind, name, detail, nameSpan, children }: OutlineItem,
  context: FeatureContext,
): TreeNode {
  const icon = ICON[kind];
  return {
    label: context.say(name),
    ...(detail !== undefined && { description: context.say(detail) }),
    ...(icon !== undefined && { icon }),
    // A click on a group opens it, as VS Code does with rows that lead nowhere.
    ...(kind !== 'group' && { target: { uri: document.uri, range: toRange(document, nameSpan) } }),
    children: children.map((child) => nodeOf(document, child, context)),
  };
}

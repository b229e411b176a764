import * as vscode from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';

/** A row, as the server sends it (`treeNode.ts` there). */
interface TreeNode {
  readonly label: string;
  readonly description?: string;
  readonly icon?: string;
  readonly target?: Location;
  readonly children: readonly TreeNode[];
}

/** A row in its tree. */
interface Row {
  readonly node: TreeNode;
  /** The labels from the top: the same row after an edit, so that it stays open. */
  readonly id: string;
}

/** Asks the server for the top rows. */
export type FetchRows = () => Promise<readonly TreeNode[]>;

/** A tree in the side bar whose rows come from the server, and are asked for only while it can be seen. */
export class ServerTree implements vscode.TreeDataProvider<Row> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Row>;
  readonly #children = new WeakMap<TreeNode, readonly Row[]>();
  #stale = false;

  constructor(
    viewId: string,
    private readonly client: () => Promise<BaseLanguageClient>,
    private readonly fetch: FetchRows,
  ) {
    this.#view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.#stale) this.refresh();
    });
  }

  /** The rows have changed; they are asked for now, or when the view is next seen. */
  refresh(): void {
    this.#stale = !this.#view.visible;
    if (!this.#stale) this.#changed.fire();
  }

  async getChildren(row?: Row): Promise<readonly Row[] & Row[]> {
    // Where the server can't start, the user has been told so.
    if (!row) return rowsOf(await this.fetch().catch(() => []), '');
    let rows = this.#children.get(row.node);
    if (!rows) {
      rows = rowsOf(row.node.children, `${row.id}/`);
      this.#children.set(row.node, rows);
    }
    return [...rows];
  }

  async getTreeItem({ node, id }: Row): Promise<vscode.TreeItem> {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? Collapsed : None);
    item.id = id;
    if (node.description !== undefined) item.description = node.description;
    if (node.icon !== undefined) item.iconPath = new vscode.ThemeIcon(node.icon);
    item.tooltip = node.description === undefined ? node.label : `${node.label} — ${node.description}`;
    if (node.target) item.command = await this.#goTo(node.target);
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  async #goTo({ uri, range }: Location): Promise<vscode.Command> {
    const { protocol2CodeConverter: convert } = await this.client();
    const selection = convert.asRange(range);
    return { command: 'vscode.open', title: '', arguments: [convert.asUri(uri), { selection, preserveFocus: true }] };
  }
}

/** Rows with ids of their own: of several with one label, the later ones are numbered. */
function rowsOf(nodes: readonly TreeNode[], parent: string): Row[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const count = seen.get(node.label) ?? 0;
    seen.set(node.label, count + 1);
    return { node, id: `${parent}${node.label}${count === 0 ? '' : `#${count}`}` };
  });
}

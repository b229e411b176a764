import type { Location } from 'vscode-languageserver-protocol';

/** A row of a tree in the side bar, in the user's language. */
export interface TreeNode {
  readonly label: string;
  readonly description?: string;
  /** The name of one of VS Code's own icons. */
  readonly icon?: string;
  /** Where a click leads. */
  readonly target?: Location;
  readonly children: readonly TreeNode[];
}

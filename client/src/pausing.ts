import type * as vscode from 'vscode';

/** Does something once nothing has started it for a while, in milliseconds. */
export function pausing(action: () => void, pause: number): vscode.Disposable & { readonly start: () => void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    start: () => {
      clearTimeout(waiting);
      waiting = setTimeout(action, pause);
    },
    dispose: () => clearTimeout(waiting),
  };
}

import type * as vscode from 'vscode';
import { activateExtension, type Extension } from './extension.js';

let extension: Extension | undefined;

/** Starts on both platforms from one file, as they share nearly all of it; the client library of the other is not evaluated. */
export function activate(context: vscode.ExtensionContext): void {
  extension = activateExtension(context, async (own) => {
    const { startServer } = isNode() ? await import('./node.js') : await import('./browser.js');
    return startServer(own);
  });
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}

/** A worker of a browser may have a `process` too, but none that says which Node it is. */
const isNode = (): boolean => typeof process === 'object' && typeof process.versions?.node === 'string';

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the server has to know before it may fetch a picture. */
export interface Surroundings {
  readonly trusted: boolean;
  /** The address of the user's proxy; empty where none is set. */
  readonly proxy: string;
  /** Hosts that are asked without the proxy. */
  readonly noProxy: readonly string[];
}

/** How things stand now. */
export function surroundings(): Surroundings {
  const http = vscode.workspace.getConfiguration('http');
  return {
    trusted: vscode.workspace.isTrusted,
    proxy: http.get('proxy', ''),
    noProxy: http.get<readonly string[]>('noProxy', []),
  };
}

/** Tells the server when they change. */
export function tellSurroundings(client: BaseLanguageClient): vscode.Disposable {
  const tell = (): void => void client.sendNotification('chatlog/surroundings', surroundings());
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(tell),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('http')) tell();
    }),
  );
}

import * as vscode from 'vscode';

/** The parts of the API of VS Code's own Git extension that are used here. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly GitRepository[];
    getRepository(uri: vscode.Uri): GitRepository | null;
  };
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/**
 * Who writes notes in a log: whom the setting names, else Git's `user.name` for its folder. `undefined` where neither is
 * known, as in a browser without Git.
 */
export async function noteAuthor(uri: vscode.Uri): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration('chatlog.notes', uri).get('author', '').trim();
  return set || (await gitUser(uri).catch(() => undefined));
}

async function gitUser(uri: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  // Fails where Git is switched off.
  const git = (await extension.activate()).getAPI(1);
  const own = git.getRepository(uri);
  // Each fails where nothing is set.
  const name =
    (await own?.getConfig('user.name').catch(() => '')) ||
    (await (own ?? git.repositories[0])?.getGlobalConfig('user.name').catch(() => ''));
  return name?.trim() || undefined;
}

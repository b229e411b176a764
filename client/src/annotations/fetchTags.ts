import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A tag of the archive, to be chosen. */
export interface ArchiveTag {
  readonly name: string;
  /** How many entries have it. */
  readonly description: string;
}

/** The tags of the archive, those of most entries first. */
export async function fetchTags(client: BaseLanguageClient): Promise<readonly ArchiveTag[]> {
  const tags = await client.sendRequest<readonly { readonly name: string; readonly entries: number }[]>(
    'chatlog/tags',
    {},
  );
  return tags.map(({ name, entries }) => ({
    name,
    description: entries === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', entries),
  }));
}

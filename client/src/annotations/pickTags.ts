import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fetchTags } from './fetchTags.js';

interface TagItem extends vscode.QuickPickItem {
  readonly name: string;
}

/**
 * Lets the user choose tags from those of the archive, the ones that are chosen already first, or type new ones. With Enter,
 * the row that the typed text led to is chosen too. `undefined` where the user gives up.
 */
export async function pickTags(
  client: BaseLanguageClient,
  chosen: readonly string[],
): Promise<readonly string[] | undefined> {
  const known = await fetchTags(client);
  const items = [
    ...chosen.map((name) => ({ name, label: name })),
    ...known
      .filter(({ name }) => !chosen.includes(name))
      .map((tag) => ({ name: tag.name, label: tag.name, description: tag.description })),
  ];
  const pick = vscode.window.createQuickPick<TagItem>();
  pick.title = vscode.l10n.t('Tags of the entry');
  pick.placeholder = vscode.l10n.t('Choose tags, or type a new one');
  pick.canSelectMany = true;
  pick.items = items;
  pick.selectedItems = items.slice(0, chosen.length);
  /** What was chosen when the user last typed: where it is still that, the row that the text leads to is meant. */
  let atTyping = namesOf(pick.selectedItems);
  pick.onDidChangeValue((value) => {
    const selected = pick.selectedItems;
    atTyping = namesOf(selected);
    pick.items = withNew(items, value.trim(), selected);
    pick.selectedItems = selected;
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        const selected = namesOf(pick.selectedItems);
        const isTyped = pick.value.trim() !== '' && selected.join('\n') === atTyping.join('\n');
        // VS Code may not have said yet which row is the active one: it is the first that has the text.
        const first = pick.items.find(({ name }) => name.includes(pick.value.trim()));
        const led = pick.activeItems[0] ?? first;
        resolve([...new Set([...selected, ...(isTyped && led ? [led.name] : [])])]);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** The rows, with the new tags that were chosen, and one for what is typed where that is none of them. */
function withNew(items: readonly TagItem[], value: string, selected: readonly TagItem[]): readonly TagItem[] {
  const added = selected.filter((item) => !items.includes(item));
  const all = [...items, ...added];
  if (value === '' || all.some(({ name }) => name === value)) return all;
  return [...all, { name: value, label: value, description: vscode.l10n.t('new tag'), alwaysShow: true }];
}

const namesOf = (items: readonly TagItem[]): readonly string[] => items.map(({ name }) => name);

import * as vscode from 'vscode';

/** Lets the user choose one of several, or type another, for which `typed` makes the item; `undefined` where they give up. */
export function pickOrType<Item extends vscode.QuickPickItem>({
  title,
  placeholder,
  items,
  typed,
}: {
  readonly title: string;
  readonly placeholder: string;
  /** Shown when they are there; something can be typed before. */
  readonly items: PromiseLike<readonly Item[]>;
  readonly typed: (value: string) => Item;
}): Promise<Item | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.busy = true;
  let offered: readonly Item[] = [];
  const show = (): void => {
    const value = pick.value.trim();
    const isOffered = value === '' || offered.some(({ label }) => label === value);
    // What is typed is last: whoever types the beginning of a name means that name.
    pick.items = isOffered ? offered : [...offered, { ...typed(value), alwaysShow: true }];
  };
  return new Promise((resolve, reject) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      resolve(item);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    items.then(
      (found) => {
        offered = found;
        pick.busy = false;
        show();
      },
      (error: unknown) => {
        reject(error);
        pick.hide();
      },
    );
    pick.show();
  });
}

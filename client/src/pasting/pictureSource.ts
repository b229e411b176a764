import * as vscode from 'vscode';

/** A picture that somebody wants in a log. */
export interface PictureSource {
  /** The ending of its file, by its format, with the dot. */
  readonly ending: string;
  /** The file that it is; `undefined` where it is in no file that VS Code knows. */
  readonly file: vscode.Uri | undefined;
  /** Its bytes. */
  read(): Promise<Uint8Array>;
}

/** The formats that browsers show, by media type. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/bmp': '.bmp',
  'image/avif': '.avif',
};

/** Endings of the files that can be taken, without the dot. */
export const pictureEndings: readonly string[] = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'avif'];

/** The media types that hold pictures, by themselves or as files. */
export const pictureTypes: readonly string[] = ['image/*', 'files', 'text/uri-list'];

/** A file that is a picture by its name; `undefined` for another. */
export function pictureFile(file: vscode.Uri): PictureSource | undefined {
  const ending = /\.[^./]+$/.exec(file.path)?.[0].toLowerCase() ?? '';
  if (!pictureEndings.includes(ending.slice(1))) return undefined;
  return { ending, file, read: async () => vscode.workspace.fs.readFile(file) };
}

/** The pictures that are pasted or dropped. Their bytes are taken at once: later the clipboard may hold something else. */
export async function picturesIn(transfer: vscode.DataTransfer): Promise<readonly PictureSource[]> {
  const list = await transfer.get('text/uri-list')?.asString();
  const files = (list ?? '').split(/\r?\n/).flatMap((line) => {
    const uri = line.trim() === '' || line.startsWith('#') ? undefined : vscode.Uri.parse(line.trim());
    return (uri && pictureFile(uri)) ?? [];
  });
  if (files.length > 0) return files;
  const pasted = [...transfer].map(async ([type, item]): Promise<readonly PictureSource[]> => {
    const ending = ENDINGS[type.split(';')[0] ?? ''];
    const bytes = ending === undefined ? undefined : await item.asFile()?.data();
    return ending === undefined || !bytes ? [] : [{ ending, file: undefined, read: async () => bytes }];
  });
  return (await Promise.all(pasted)).flat();
}

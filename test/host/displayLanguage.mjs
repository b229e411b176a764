// Makes the embedded VS Code speak a language for extensions, without that language's pack.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * VS Code believes in a language only if a language pack is registered for it. This registers one that has no words:
 * the editor's own texts stay English, while `vscode.env.language` and the extension's `package.nls.*.json` follow.
 * @param {string} userDataDir
 * @param {string} language Such as `zh-cn`.
 */
export async function registerLanguage(userDataDir, language) {
  if (language === 'en') return;
  await mkdir(userDataDir, { recursive: true });
  const words = path.join(userDataDir, 'noWords.json');
  await writeFile(words, JSON.stringify({ contents: {} }));
  const pack = {
    hash: 'none',
    label: language,
    extensions: [{ extensionIdentifier: { id: 'none' }, version: '0' }],
    translations: { vscode: words },
  };
  await writeFile(path.join(userDataDir, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

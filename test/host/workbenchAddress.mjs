// The address that makes VS Code's web page open a folder and a file with extensions in development.

/**
 * @typedef {object} Opening
 * @property {string | undefined} [folder] Folder, or `.code-workspace` file, to open.
 * @property {string | undefined} [file] File to open at start.
 * @property {string[]} [extensionDevelopmentPaths] Folders of extensions in development.
 * @property {string | undefined} [extensionTestsPath] Module whose `run()` is called inside.
 */

/**
 * @param {{ authority: string, token: string }} server
 * @param {Opening} opening All paths absolute.
 */
export function workbenchAddress({ authority, token }, opening) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${authority}${encodePath(file)}`;
  /** @type {[string, string][]} */
  const payload = [];
  for (const folder of opening.extensionDevelopmentPaths ?? []) {
    payload.push(['extensionDevelopmentPath', remote(folder)]);
  }
  if (opening.extensionTestsPath) payload.push(['extensionTestsPath', remote(opening.extensionTestsPath)]);
  if (opening.file) payload.push(['openFile', remote(opening.file)]);

  const address = new URL(`http://${authority}/`);
  address.searchParams.set('tkn', token);
  if (opening.folder?.endsWith('.code-workspace')) address.searchParams.set('workspace', opening.folder);
  else if (opening.folder) address.searchParams.set('folder', opening.folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** @param {string} file */
function encodePath(file) {
  return file.split('/').map(encodeURIComponent).join('/');
}

// Opens a folder in the embedded VS Code, in the user's browser, with the extension on; stays until it is stopped.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { Complaint } from '../test/host/complaint.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { dataFolder, projectRoot } from '../test/host/paths.mjs';
import { findProgram } from '../test/host/searchPath.mjs';
import { startServer } from '../test/host/server.mjs';
import { ensureSettings } from '../test/host/settings.mjs';
import { makeTemporaryFolder } from '../test/host/temporaryFolder.mjs';
import { workbenchAddress } from '../test/host/workbenchAddress.mjs';

/** @param {{ folder: string, file?: string | undefined, trusted: boolean }} opening */
export async function openEmbedded({ folder, file, trusted }) {
  await ensureHost();
  const userDataDir = path.join(dataFolder, 'user');
  await ensureSettings(userDataDir);
  const extensionsDir = path.join(dataFolder, 'extensions');
  const dataDir = makeTemporaryFolder('vscode-').path;

  // From here on there is something to shut down.
  const stopped = stopSignal();
  const server = await startServer({ dataDir, userDataDir, extensionsDir, trust: trusted });
  const door = await openDoor(workbenchAddress(server, { folder, file, extensionDevelopmentPaths: [projectRoot] }));
  console.log(`\n${folder} is open in VS Code, with Chat Log on:\n\n  ${door.address}\n\nPress Ctrl+C to stop.`);
  showInBrowser(door.address);

  const endedByItself = await Promise.race([server.stopped.then(() => true), stopped.then(() => false)]);
  door.close();
  await server.stop();
  if (endedByItself) throw new Complaint('The VS Code server has ended.');
  console.log('Stopped.');
}

/**
 * The full address fills lines; this gives a short one, which holds a secret of its own and leads there.
 * @param {string} target
 * @returns {Promise<{ address: string, close: () => void }>}
 */
function openDoor(target) {
  const secret = `/${randomBytes(16).toString('hex')}`;
  const door = http.createServer(({ url }, response) => {
    if (url === secret) response.writeHead(302, { Location: target }).end();
    else response.writeHead(404).end();
  });
  const close = () => {
    door.close();
    door.closeAllConnections();
  };
  return new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (door.address());
      resolve({ address: `http://127.0.0.1:${port}${secret}`, close });
    });
  });
}

/** @param {string} address */
function showInBrowser(address) {
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = hasDisplay && findProgram('xdg-open');
  if (opener) spawn(opener, [address], { detached: true, stdio: 'ignore' }).unref();
}

/**
 * Listens on after the first signal: Ctrl+C comes twice, from the terminal and from npm.
 * @returns {Promise<void>}
 */
function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  });
}

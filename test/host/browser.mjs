// The browser that tests look at the page with: the machine's own Chromium, without a window.

import { Complaint } from './complaint.mjs';
import { findProgram } from './searchPath.mjs';

export const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// The last three keep it from calling its maker's servers, which a closed network answers with delays.
const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser() {
  const executablePath = findProgram(...browserNames);
  if (!executablePath) throw new Complaint('There is no Chromium on the PATH.');
  // Only tests need this package, so that `npm start` can use the other modules before anything is installed.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: switches });
}

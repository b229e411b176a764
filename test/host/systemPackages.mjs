// The packages of the operating system that tests need: to build the test host, to show a page, to render a site's.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { browserNames } from './browser.mjs';
import { Complaint } from './complaint.mjs';
import { hostFolder } from './paths.mjs';
import { runWithProgress } from './progress.mjs';
import { findProgram } from './searchPath.mjs';

/**
 * @typedef {object} Need
 * @property {() => boolean} isMet
 * @property {{ apt: string, dnf: string, pacman: string }} packages What provides it, by package manager.
 * @property {string} [optional] What suffers without it; absent where nothing works.
 */

const LOOKS = 'Chinese or emoji may show as boxes in screenshots.';

/** @type {Record<'build' | 'page' | 'site' | 'editors', Need[]>} */
const needs = {
  build: [
    { isMet: () => has('python3'), packages: { apt: 'python3', dnf: 'python3', pacman: 'python' } },
    { isMet: () => has('make'), packages: { apt: 'make', dnf: 'make', pacman: 'make' } },
    { isMet: () => has('g++'), packages: { apt: 'g++', dnf: 'gcc-c++', pacman: 'gcc' } },
    { isMet: hasKerberosHeaders, packages: { apt: 'libkrb5-dev', dnf: 'krb5-devel', pacman: 'krb5' } },
  ],
  page: [
    { isMet: () => has(...browserNames), packages: { apt: 'chromium', dnf: 'chromium', pacman: 'chromium' } },
    {
      isMet: () => has('fc-list'),
      packages: { apt: 'fontconfig', dnf: 'fontconfig', pacman: 'fontconfig' },
      optional: LOOKS,
    },
    {
      isMet: () => hasFontFor('zh'),
      packages: { apt: 'fonts-noto-cjk', dnf: 'google-noto-sans-cjk-fonts', pacman: 'noto-fonts-cjk' },
      optional: LOOKS,
    },
    {
      isMet: () => hasFontFor('und-zsye'),
      packages: { apt: 'fonts-noto-color-emoji', dnf: 'google-noto-color-emoji-fonts', pacman: 'noto-fonts-emoji' },
      optional: LOOKS,
    },
  ],
  site: [
    {
      isMet: hasKramdown,
      packages: {
        apt: 'ruby-kramdown-parser-gfm',
        dnf: 'rubygem-kramdown-parser-gfm',
        pacman: 'ruby-kramdown-parser-gfm',
      },
      optional: 'The tests of the published page are skipped.',
    },
  ],
  editors: [
    {
      isMet: () => has('nvim'),
      packages: { apt: 'neovim', dnf: 'neovim', pacman: 'neovim' },
      optional: 'The test with Neovim is skipped.',
    },
  ],
};

const installCommands = {
  apt: 'apt-get install -y',
  dnf: 'dnf install -y',
  pacman: 'pacman -S --needed',
};

/**
 * Makes sure of what the machine must have. Installs it where we may, else complains with the command that does.
 * @param {'build' | 'page' | 'site' | 'editors'} purpose
 */
export async function ensureSystemPackages(purpose) {
  const missing = needs[purpose].filter((need) => !need.isMet());
  if (missing.length === 0) return;
  if (has('apt-get') && process.getuid?.() === 0) return installWithApt(missing);

  if (missing.some((need) => !need.optional)) throw new Complaint(`The embedded VS Code needs ${advice(missing)}`);
  console.log(`${missing[0]?.optional} What is missing is ${advice(missing)}`);
}

/** @param {Need[]} missing */
async function installWithApt(missing) {
  const names = missing.map((need) => need.packages.apt);
  const log = path.join(hostFolder, 'system-packages.log');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runWithProgress({ title: 'Reading the list of system packages', command: ['apt-get', 'update'], log, env });
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...names];
  await runWithProgress({ title: `Installing system packages (${names.join(', ')})`, command, log, env });
}

/** @param {Need[]} missing */
function advice(missing) {
  const manager = has('dnf') ? 'dnf' : has('pacman') ? 'pacman' : 'apt';
  const names = missing.map((need) => need.packages[manager]);
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  return `${names.join(', ')}; this installs it: ${sudo}${installCommands[manager]} ${names.join(' ')}`;
}

/** @param {...string} names */
function has(...names) {
  return findProgram(...names) !== undefined;
}

function hasKerberosHeaders() {
  const source = '#include <gssapi/gssapi.h>\n';
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['pipe', 'ignore', 'ignore'];
  return spawnSync('g++', ['-E', '-x', 'c++', '-'], { input: source, stdio }).status === 0;
}

function hasKramdown() {
  return spawnSync('ruby', ['-e', "require 'kramdown-parser-gfm'"], { stdio: 'ignore' }).status === 0;
}

/** @param {string} language */
function hasFontFor(language) {
  const { stdout } = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

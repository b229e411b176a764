// Bundles the extension: client and server, each for Node and for a browser worker in one file, and the command line.
// `--watch` builds again after each change; `--production` leaves out source maps and shortens names.
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  target: 'es2022',
  define: { VERSION: JSON.stringify(version) },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', external: ['vscode'] };

/**
 * For both: what belongs to one platform is asked for only there, and packages that have a build for each come in the one for
 * browsers, which runs anywhere.
 * @type {import('esbuild').BuildOptions}
 */
const anywhere = {
  ...node,
  conditions: ['browser'],
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js', yaml: './node_modules/yaml/browser/index.js' },
};

const builds = [
  { ...anywhere, entryPoints: ['client/src/client.ts'], outfile: 'dist/client.js' },
  { ...anywhere, entryPoints: ['server/src/languageServer.ts'], outfile: 'dist/languageServer.js', format: 'iife' },
  { ...node, entryPoints: ['server/src/server.ts'], outfile: 'dist/server.js', external: ['./languageServer.js'] },
  { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

/** The end-to-end tests run inside VS Code, which takes CommonJS. */
const tests = { ...node, entryPoints: ['test/e2e/*.ts'], outdir: 'out/test/e2e', external: ['vscode', 'mocha'] };

for (const options of production ? builds : [...builds, tests]) {
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}

// Bundles the extension: client and server, each for Node and for a browser worker, and the command line.
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

/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', format: 'cjs', external: ['vscode'] };

const builds = [
  { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js' },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/browser/client.js' },
  { ...browser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/browser/server.js', format: 'iife' },
];

/** The end-to-end tests run inside VS Code, which takes CommonJS. */
const tests = { ...node, entryPoints: ['test/e2e/*.ts'], outdir: 'out/test/e2e', external: ['vscode', 'mocha'] };

for (const options of production ? builds : [...builds, tests]) {
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}

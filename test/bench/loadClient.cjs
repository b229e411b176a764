// Loads and activates the extension's client, with something that does nothing in the place of VS Code. Without an argument it
// does nothing else.
const Module = require('node:module');
const { anything, anyModule } = require('../support/anything.cjs');

const { _load: load } = Module;
Module._load = (name, ...rest) => (name === 'vscode' ? anyModule : load(name, ...rest));
const [, , path] = process.argv;
if (path !== undefined)
  require(path).activate({ subscriptions: [], extensionUri: anything, globalStorageUri: anything });
process.exit(0);

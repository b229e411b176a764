// Loads and activates the extension's client, as VS Code would: what it asks of VS Code is answered by something that can be
// called, made and read without end, and does nothing. Without an argument it does nothing else.
const Module = require('node:module');

const anything = new Proxy(function nothing() {}, {
  get: (_, name) =>
    name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? [][Symbol.iterator].bind([]) : anything,
  apply: () => anything,
  construct: () => anything,
});

const { _load: load } = Module;
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));
const [, , path] = process.argv;
if (path !== undefined)
  require(path).activate({ subscriptions: [], extensionUri: anything, globalStorageUri: anything });
process.exit(0);

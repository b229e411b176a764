// Stands in for a module that is not there, such as `vscode`: it can be called, made and read without end, and does nothing.
const anything = new Proxy(function nothing() {}, {
  get: (_, name) =>
    name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? [][Symbol.iterator].bind([]) : anything,
  apply: () => anything,
  construct: () => anything,
});

// Bundles copy what a module holds, which here is nothing, and ask its prototype for the rest.
module.exports = { anything, anyModule: Object.create(anything) };

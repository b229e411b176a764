import module from 'node:module';

/** What newer versions of Node offer: 22.8 keeps what it has compiled, 22.10 writes that down when asked to. */
const { enableCompileCache, flushCompileCache } = module as {
  readonly enableCompileCache?: () => void;
  readonly flushCompileCache?: () => void;
};

/** By then the server has answered all that an editor asks first. In milliseconds. */
const ALL_COMPILED = 10_000;

enableCompileCache?.();
// Node writes it down as it exits, but some clients kill their servers.
if (flushCompileCache) setTimeout(flushCompileCache, ALL_COMPILED).unref();
// A file of its own, as what runs already is compiled.
require('./languageServer.js');

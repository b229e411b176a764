import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { projectFiles, readProjectFile } from '../support/projectFiles.js';

const LANGUAGE = 'server/src/language/index.js';

/** What the files of each layer may import: modules of the project by the path they begin with, packages by their name. */
const LAYERS: readonly {
  readonly files: RegExp;
  readonly modules: readonly string[];
  readonly packages?: RegExp;
  readonly types?: RegExp;
}[] = [
  { files: /^server\/src\/language\//, modules: ['server/src/language/'], packages: /^yaml$/ },
  {
    files: /^server\/src\/features\//,
    modules: ['server/src/features/', LANGUAGE],
    types: /^vscode-languageserver-protocol$/,
  },
  {
    files: /^server\/src\/l10n\//,
    modules: ['server/src/l10n/', LANGUAGE, 'l10n/bundle.l10n.'],
    packages: /^@vscode\/l10n$/,
  },
  {
    files: /^server\/src\/lsp\//,
    modules: ['server/src/lsp/', 'server/src/features/', 'server/src/l10n/', LANGUAGE],
    packages: /^vscode-languageserver$/,
  },
  {
    files: /^server\/src\/system\//,
    modules: ['server/src/system/', LANGUAGE],
    packages: /^node:|^(ignore|picomatch)$/,
  },
  {
    files: /^server\/src\/cli\//,
    modules: ['server/src/cli/', 'server/src/features/', 'server/src/l10n/', 'server/src/system/', LANGUAGE],
    packages: /^node:|^(get-east-asian-width|picomatch|workerpool)$/,
  },
  { files: /^server\/src\/pictures\//, modules: ['server/src/pictures/', LANGUAGE], packages: /^node:/ },
  {
    files: /^server\/src\/node\.ts$/,
    modules: ['server/src/nodeServer.js', 'server/src/system/summaries/summaryThread.js'],
    packages: /^node:worker_threads$/,
  },
  {
    files: /^server\/src\/nodeServer\.ts$/,
    modules: ['server/src/lsp/', 'server/src/pictures/', 'server/src/system/'],
    packages: /^vscode-languageserver\/node$|^node:(path|url)$/,
  },
  { files: /^server\/src\/browser\.ts$/, modules: ['server/src/lsp/'], packages: /^vscode-languageserver\/browser$/ },
  { files: /^server\/src\/server\.ts$/, modules: [], packages: /^node:module$/ },
  { files: /^server\/src\/languageServer\.ts$/, modules: ['server/src/node.js', 'server/src/browser.js'] },
  { files: /^server\/src\/cli\.ts$/, modules: ['server/src/cli/'] },
  { files: /^server\/src\/version\.d\.ts$/, modules: [] },
  {
    files: /^client\/src\//,
    modules: ['client/src/', 'server/src/language/syntax/logName.js', 'server/src/language/syntax/looksLikeLog.js'],
    packages: /^vscode$|^vscode-languageclient(\/node|\/browser)?$/,
  },
];

interface Import {
  readonly module: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\b(?<what>[^;'"]*?)\bfrom\s*'(?<from>[^']+)'|(?<!')\bimport\s*\(?\s*'(?<whole>[^']+)'/gm;

function importsOf(source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(({ groups = {} }) => ({
    module: groups['from'] ?? groups['whole'] ?? '',
    typeOnly: /^\s*type\b/.test(groups['what'] ?? ''),
  }));
}

const sources = projectFiles().filter((path) => /^(server|client)\/.*\.[cm]?tsx?$/.test(path));

describe('Layers', () => {
  it('hold every source file', () => {
    for (const path of sources) assert.equal(LAYERS.filter(({ files }) => files.test(path)).length, 1, path);
    assert.ok(sources.length > 40);
  });

  it('import only what they may', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      const layer = LAYERS.find(({ files }) => files.test(path));
      for (const { module, typeOnly } of importsOf(readProjectFile(path))) {
        const own = module.startsWith('.') ? posix.join(posix.dirname(path), module) : undefined;
        const allowed =
          own === undefined
            ? layer?.packages?.test(module) || (typeOnly && layer?.types?.test(module))
            : layer?.modules.some((start) => own.startsWith(start));
        if (!allowed) wrong.push(`${path} imports ${module}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('are read right: an import in any form is seen', () => {
    assert.deepEqual(
      importsOf(
        "import a from './a.js';\nimport type { B } from 'b';\nimport {\n  c,\n  type D,\n} from 'c';\nexport * from './e.js';\n" +
          "import 'f';\nconst g = await import('g');\nexport type { H } from 'h';\nexport { type I, i } from 'i';\n",
      ).map(({ module, typeOnly }) => (typeOnly ? `type ${module}` : module)),
      ['./a.js', 'type b', 'c', './e.js', 'f', 'g', 'type h', 'i'],
    );
  });

  it('make LSP positions in one file only', () => {
    // The language layer knows no LSP; there the word is one of the language's own.
    const others = sources.filter((path) => !path.startsWith('server/src/language/'));
    const makers = others.filter((path) =>
      /(?<![.\w])character\s*:|[{,]\s*character\s*[,}]/.test(readProjectFile(path)),
    );
    assert.deepEqual(makers, ['server/src/features/convert.ts']);
  });

  it('have no default exports and no console in the core', () => {
    for (const path of sources) {
      const source = readProjectFile(path);
      assert.doesNotMatch(source, /^export default\b/m, path);
      if (!path.startsWith('client/')) assert.doesNotMatch(source, /(?<![.\w])console\./, path);
    }
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, type IRawTheme, parseRawGrammar, Registry } from 'vscode-textmate';

const root = resolve(import.meta.dirname ?? __dirname, '../..');

/** A run of characters of one line that have the same scopes. Offsets count from the start of the text. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Outermost first; `text.chatlog`, which all have, is left out. */
  readonly scopes: readonly string[];
}

/** One line of a text, without its line break. */
export interface Line {
  readonly from: number;
  readonly text: string;
}

let engine: Promise<void> | undefined;

/** The grammars and, where given, the theme, in the engine that VS Code has. */
export function createRegistry(options: { readonly yaml?: string; readonly theme?: IRawTheme } = {}): Registry {
  engine ??= loadWASM(
    readFileSync(resolve(dirname(createRequire(import.meta.url).resolve('vscode-oniguruma')), 'onig.wasm')),
  );
  return new Registry({
    onigLib: engine.then(() => ({ createOnigScanner, createOnigString })),
    ...(options.theme ? { theme: options.theme } : {}),
    loadGrammar: (scope) => Promise.resolve(readGrammar(scope, options.yaml)),
  });
}

/** The grammar of Chat Log. Front matter is coloured as YAML only where the path of VS Code's YAML grammar is given. */
export async function loadGrammar(
  options: { readonly yaml?: string; readonly theme?: IRawTheme } = {},
): Promise<IGrammar> {
  const grammar = await createRegistry(options).loadGrammar('text.chatlog');
  if (!grammar) throw new Error('The grammar of Chat Log did not load.');
  return grammar;
}

function readGrammar(scope: string, yaml: string | undefined): IRawGrammar | null {
  const parse = (path: string): IRawGrammar => parseRawGrammar(readFileSync(path, 'utf8'), path);
  if (scope === 'text.chatlog') return parse(resolve(root, 'syntaxes/chatlog.tmLanguage.json'));
  if (yaml === undefined || !scope.startsWith('source.yaml')) return null;
  // VS Code keeps one file for each version of YAML beside the one that chooses among them.
  const version = scope.slice('source.yaml'.length).replace('.', '-');
  return parse(version === '' ? yaml : resolve(dirname(yaml), `yaml${version}.tmLanguage.json`));
}

/** The lines of a text, cut where VS Code cuts them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const found of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, text: text.slice(from, found.index) });
    from = found.index + found[0].length;
  }
  lines.push({ from, text: text.slice(from) });
  return lines;
}

/** The tokens of a whole text, line by line. */
export function tokenize(grammar: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let state = INITIAL;
  for (const [line, { from, text: own }] of linesOf(text).entries()) {
    const result = grammar.tokenizeLine(own, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const to = Math.min(endIndex, own.length);
      if (startIndex < to) tokens.push({ from: from + startIndex, to: from + to, line, scopes: scopes.slice(1) });
    }
  }
  return tokens;
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type IGrammar, INITIAL, parseRawGrammar } from 'vscode-textmate';
import { projectRoot } from '../../support/built.js';
import { corpusLogs } from '../../support/corpus.js';
import { startCpuTime } from '../../support/cpuTime.js';
import { createRegistry, linesOf, loadGrammar } from '../../support/tokenize.js';
import { milliseconds, type Row, times } from '../row.js';
import { longLog } from '../workplace.js';

const MARKDOWN = resolve(
  projectRoot,
  'test/host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json',
);

const ROUNDS = 100;

/** Colouring by our grammar, and by VS Code's own for Markdown, where the embedded VS Code is installed. */
export const grammar: Row = {
  name: 'grammar',
  async measure() {
    if (!existsSync(MARKDOWN)) {
      console.log(
        '  The embedded VS Code is not installed (“npm start” does that), so there is no Markdown to compare with.',
      );
      return [];
    }
    const registry = createRegistry();
    const markdown = await registry.addGrammar(parseRawGrammar(readFileSync(MARKDOWN, 'utf8'), MARKDOWN));
    const ours = await loadGrammar();
    const [{ text }] = [corpusLogs().find((log) => log.text.length > 100_000) ?? { text: longLog(2_100) }];
    const lines = linesOf(text).map((line) => line.text);
    const own: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(timeOf(ours, lines));
      theirs.push(timeOf(markdown, lines));
    }
    // The least of many rounds: what others take more is the garbage collector's, which comes now in one, now in the other.
    const [mine, other] = [Math.min(...own), Math.min(...theirs)];
    return [
      {
        work: `colouring ${lines.length.toLocaleString('en')} lines (CPU, the least of ${ROUNDS} rounds)`,
        ours: milliseconds(mine),
        against: 'Markdown',
        theirs: `${milliseconds(other)}, ${times(other / mine)} ours`,
        bar: 'at least 2 × faster',
        reached: other >= 2 * mine,
      },
    ];
  },
};

/** VS Code asks for `tokenizeLine2`, which gives colours in place of scopes. */
function timeOf(by: IGrammar, lines: readonly string[]): number {
  const time = startCpuTime();
  let state = INITIAL;
  for (const line of lines) state = by.tokenizeLine2(line, state).ruleStack;
  return time();
}

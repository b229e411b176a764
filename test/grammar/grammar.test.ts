import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { expectSnapshot } from '../support/snapshot.js';
import { linesOf, loadGrammar, tokenize } from '../support/tokenize.js';

const here = import.meta.dirname ?? __dirname;
const fixtures = resolve(here, 'fixtures');

/** Each line, and under it what the grammar makes of it: a piece of text and its scopes, innermost last. */
function scopesUnderText(grammar: IGrammar, text: string): string {
  const tokens = tokenize(grammar, text);
  return linesOf(text)
    .map((line, index) => {
      const notes = tokens
        .filter((token) => token.line === index)
        .map(({ from, to, scopes }) => ({
          piece: text.slice(from, to),
          scopes: scopes.filter((s) => s !== 'meta.entry.chatlog'),
        }))
        .filter(({ piece, scopes }) => scopes.length > 0 && piece.trim() !== '')
        .map(({ piece, scopes }) => `    ${visible(piece)}  ${scopes.join(' ').replaceAll('.chatlog', '')}\n`);
      return `${visible(line.text)}\n${notes.join('')}`;
    })
    .join('');
}

const visible = (text: string): string => text.replace(/\s+$/, (end) => end.replaceAll(' ', '␠').replaceAll('\t', '⇥'));

describe('Grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const name of readdirSync(fixtures).filter((file) => file.endsWith('.txt'))) {
    it(`gives ${name} its scopes`, () => {
      const text = readFileSync(join(fixtures, name), 'utf8').replaceAll('\r\n', '\n');
      expectSnapshot(resolve(here, 'snapshots', name.replace('.txt', '.scopes')), scopesUnderText(grammar, text));
    });
  }

  it('sees the same with a byte order mark and with each kind of line break', () => {
    const text = readFileSync(join(fixtures, 'day.txt'), 'utf8').replaceAll('\r\n', '\n');
    const pieces = (log: string): string[] =>
      tokenize(grammar, log).map(({ from, to, scopes }) => `${log.slice(from, to)} ${scopes.join(' ')}`);
    const plain = pieces(text);
    assert.deepEqual(pieces(text.replaceAll('\n', '\r\n')), plain);
    assert.deepEqual(pieces(text.replaceAll('\n', '\r')), plain);
    assert.deepEqual(pieces(`\ufeff${text}`).slice(1), plain);
  });

  it('takes front matter for such on the first line only', () => {
    const tokens = tokenize(grammar, '\n---\na: b\n---\n> 09:00:00  何立\n---\na: b\n---\n');
    assert.ok(tokens.every(({ scopes }) => !scopes.join(' ').includes('frontmatter')));
  });
});

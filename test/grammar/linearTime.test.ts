import assert from 'node:assert/strict';
import { type IGrammar, INITIAL, type StateStack } from 'vscode-textmate';
import { cpuTime } from '../support/cpuTime.js';
import { loadGrammar } from '../support/tokenize.js';

/** Lines that tempt a pattern to look at the rest of the line again and again; `unit` is repeated up to the length asked. */
const HOSTILE: readonly (readonly [title: string, start: string, unit: string, end?: string])[] = [
  ['words', '', '今天天气不错，'],
  ['emoji codes', '', '[玫瑰]'],
  ['brackets', '', '['],
  ['brackets with text', '', '[强'],
  ['image openings', '', '!['],
  ['half an image', '', '![a]('],
  ['half a link', '', '[a](b'],
  ['at signs', '', '@'],
  ['mentions', '', '@何立 '],
  ['mentions that hold an at sign', '', '@何立'],
  ['a mention that ends in punctuation', '@何', '.'],
  ['mentions that end in punctuation', '', '@何:.'],
  ['open brackets in a mention', '@何', '('],
  ['groups in a mention', '@何', '(前)'],
  ['half groups in mentions', '', '@何（前'],
  ['lost characters of a mention', '@', '??'],
  ['e-mail addresses', '', 'a@b.'],
  ['addresses', '', 'https://'],
  ['an address that ends in punctuation', 'http://a', '.'],
  ['addresses of nothing', '', 'http://,'],
  ['ampersands', '', '&'],
  ['an entity escaped often', '&', 'amp;'],
  ['entities without an end', '', '&amp;x'],
  ['a comment', '<!-- ', '--'],
  ['comments', '', '<!-- x -->'],
  ['a note without a colon', '<!-- @note ', 'a '],
  ['a note of spaces', '<!-- @note', ' '],
  ['tags', '<!-- @tag ', 'a, '],
  ['tags of spaces', '<!-- @tag a', ' '],
  ['a name of spaces', '> 09:00:00  何', ' ', '立'],
  ['a name of two spaces', '> 09:00:00  何', ' 立'],
  ['a header of spaces', '> 09:00:00', ' ', 'x'],
  ['a mark and spaces', '>', ' '],
  ['a fence and spaces', '---', ' ', 'x'],
];

/** The first is short enough that even a pattern gone wild comes back. */
const LENGTHS = [1_250, 5_000, 10_000, 20_000, 40_000] as const;

/** So many times as long may a line take that is eight times as long; were it quadratic, it would be 64. */
const MOST_GROWTH = 24;

/** Below this many milliseconds the garbage collector decides. */
const NOISE = 1.5;

describe('Grammar on long lines', () => {
  let grammar: IGrammar;
  let inEntry: StateStack;
  before(async () => {
    grammar = await loadGrammar();
    inEntry = grammar.tokenizeLine('> 09:00:00  何立', INITIAL).ruleStack;
  });

  const milliseconds = (line: string, state: StateStack): number => cpuTime(() => grammar.tokenizeLine(line, state));

  for (const [title, start, unit, end = ''] of HOSTILE) {
    it(`takes time in proportion to the length: ${title}`, () => {
      const state = start.startsWith('---') ? INITIAL : inEntry;
      let shortest = 0;
      const seen: string[] = [];
      for (const length of LENGTHS) {
        const line = start + unit.repeat(Math.ceil((length - start.length) / unit.length)) + end;
        let time = milliseconds(line, state);
        // A collection of garbage is slow at times; a pattern gone wild is slow every time.
        const most = MOST_GROWTH * Math.max(shortest, NOISE);
        for (let again = 0; again < 4 && time > most && shortest > 0; again++)
          time = Math.min(time, milliseconds(line, state));
        seen.push(`${length}: ${time.toFixed(1)} ms`);
        if (length === LENGTHS[1]) shortest = time;
        assert.ok(time <= MOST_GROWTH * Math.max(shortest, NOISE), seen.join(', '));
      }
      if (process.env['TIMES']) console.log(seen.join(', '));
    });
  }
});

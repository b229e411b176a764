import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string; readonly removeText?: number };
}

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly EnterRule[];
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
}

const path = resolve(import.meta.dirname ?? __dirname, '../../language-configuration.json');
const configuration = JSON.parse(readFileSync(path, 'utf8')) as LanguageConfiguration;

describe('Language configuration', () => {
  describe('words', () => {
    const words = (text: string): string[] => {
      const { pattern, flags } = configuration.wordPattern;
      return [...text.matchAll(new RegExp(pattern, `${flags}g`))].map(([word]) => word);
    };
    const check = (text: string, ...expected: string[]): void => assert.deepEqual(words(text), expected);

    it('take a name whole', () => {
      check('@陈小满-海岸支付-产品?你好', '陈小满-海岸支付-产品', '你好');
      check('老骆|三木_架构', '老骆|三木_架构');
      check('Mia&amp;amp;Lee—银行', 'Mia&amp;amp;Lee—银行');
      check('雪·海 Tom.W~x', '雪·海', 'Tom.W~x');
    });
    it('take an emoji code whole, with its brackets', () => check('好的[捂脸][Yeah!]。', '好的', '[捂脸]', '[Yeah!]'));
    it('take a time whole', () => check('> 07:45:33  何立', '07:45:33', '何立'));
    it('end at Chinese punctuation', () => check('今天，对账。《办法》', '今天', '对账', '办法'));
    it('are never empty', () => assert.ok(!new RegExp(configuration.wordPattern.pattern, 'u').test('')));
  });

  describe('Enter', () => {
    /** What the editor has after Enter at the end of the last line; the first rule that fits decides, as in VS Code. */
    const enter = (text: string): string => {
      const lines = text.split('\n');
      const before = lines.at(-1) ?? '';
      const rule = configuration.onEnterRules.find(
        ({ beforeText, afterText, previousLineText }) =>
          new RegExp(beforeText).test(before) &&
          (afterText === undefined || new RegExp(afterText).test('')) &&
          (previousLineText === undefined || new RegExp(previousLineText).test(lines.at(-2) ?? '')),
      );
      const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
      if (!rule) return `${text}\n${indentation}`;
      const kept = indentation.substring(0, indentation.length - (rule.action.removeText ?? 0));
      return `${text}\n${kept}${rule.action.appendText ?? ''}`;
    };
    const check = (before: string, after: string): void => assert.equal(enter(before), after);

    it('behind a header makes the line of three spaces and goes to the message', () => {
      check('> 07:45:33  何立', '> 07:45:33  何立\n   \n');
      check('> 07:45:33  何 立  ', '> 07:45:33  何 立  \n   \n');
    });
    it('behind a message that ends in two spaces closes the entry', () =>
      check('> 07:45:33  何立  \n   \n早  ', '> 07:45:33  何立  \n   \n早  \n   \n'));
    it('behind any other line of a message goes on with it', () => {
      check('> 07:45:33  何立  \n   \n早', '> 07:45:33  何立  \n   \n早\n');
      check('> 07:45:33  ', '> 07:45:33  \n');
    });
    it('does not carry the spaces of an empty line over to the next header', () => {
      check('早  \n   ', '早  \n   \n');
      check('早  \n      ', '早  \n      \n');
    });
    it('leaves front matter alone', () => {
      check('---\nlayout:     source  ', '---\nlayout:     source  \n');
      check('talks:\n  - title: x', 'talks:\n  - title: x\n  ');
    });
  });

  it('has pairs whose ends differ', () => {
    for (const [open, close] of configuration.brackets) assert.notEqual(open, close);
    for (const { open, close } of configuration.autoClosingPairs) assert.notEqual(open, close);
  });
});

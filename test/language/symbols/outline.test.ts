import assert from 'node:assert/strict';
import {
  ChatDocument,
  entryItems,
  inEnglish,
  type OutlineItem,
  outlineOf,
} from '../../../server/src/language/index.js';
import { randomPieces } from '../../support/logText.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** An outline as a person sees it: names with their details, children indented. */
const shown = (items: readonly OutlineItem[], indent = ''): string =>
  items
    .map(({ kind, name, detail, children }) => {
      const more = detail === undefined ? '' : ` (${inEnglish(detail)})`;
      return `${indent}${kind}: ${inEnglish(name)}${more}\n${shown(children, `${indent}  `)}`;
    })
    .join('');

const check = (text: string, expected: string) => assert.equal(shown(outlineOf(parse(text))), expected);

describe('outlineOf', () => {
  it('has front matter, then speakers with their entries, those with most first', () =>
    check(
      '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n> 09:00:01  阿泽\n早\n> 09:00:02  阿泽\n[玫瑰]\n',
      'frontMatter: Front matter\n' +
        'speaker: 阿泽 (2 entries)\n  entry: 09:00:01  早\n  entry: 09:00:02  [玫瑰]\n' +
        'speaker: Ann (1 entry)\n  entry: 09:00:00  hi\n',
    ));

  it('has talks with their speaker’s entries', () =>
    check(
      '---\ntalks: [{title: 日切, speaker: Ann, start: "09:00:00", end: "09:00:02"}]\n---\n' +
        '> 09:00:00  Ann\n大家好\n> 09:00:01  阿泽\n[鼓掌]\n> 09:00:02  Ann\n以上\n> 09:00:03  Ann\n客气\n',
      'frontMatter: Front matter\n' +
        'talk: Talk: 日切 (Ann, 09:00:00–09:00:02)\n  entry: 09:00:00  大家好\n  entry: 09:00:02  以上\n' +
        'speaker: Ann (3 entries)\n  entry: 09:00:00  大家好\n  entry: 09:00:02  以上\n  entry: 09:00:03  客气\n' +
        'speaker: 阿泽 (1 entry)\n  entry: 09:00:01  [鼓掌]\n',
    ));

  it('takes near misses of headers for the ones they were meant to be', () =>
    check(
      '>9:00:00  Ann\nhi\n> 25:61:00  Ann\nhi\n',
      'speaker: Ann (2 entries)\n  entry: 09:00:00  hi\n  entry: 25:61:00  hi\n',
    ));

  it('has a name for everything, also where there is none', () =>
    check('> 09:00:00\n\n', 'speaker: (no name) (1 entry)\n  entry: 09:00:00\n'));

  it('shows a picture as its text, and the beginning of what is long', () => {
    check(
      '> 09:00:00  Ann\n   \n![2026-11-20 09:00:00](http://img.example.org/20261120_090000.png) \n',
      'speaker: Ann (1 entry)\n  entry: 09:00:00  [2026-11-20 09:00:00]\n',
    );
    check(`> 09:00:00  Ann\n${'长'.repeat(60)}\n`, `speaker: Ann (1 entry)\n  entry: 09:00:00  ${'长'.repeat(48)}…\n`);
  });

  it('cuts no character in two', () => {
    const [speaker] = outlineOf(parse(`> 09:00:00  Ann\n${'x'.repeat(47)}😀😀\n`));
    assert.equal(inEnglish(speaker?.children[0]?.name ?? ''), `09:00:00  ${'x'.repeat(47)}…`);
  });

  it('is empty for an empty log', () => check('', ''));

  it('has names that are not empty and stand within what they name, whatever the log', () => {
    property(
      1000,
      (random) => randomPieces(random, 20),
      (pieces) => {
        const document = parse(pieces.join(''));
        const look = (item: OutlineItem): void => {
          assert.notEqual(inEnglish(item.name).trim(), '');
          const { span, nameSpan } = item;
          assert.ok(0 <= span.from && span.from <= nameSpan.from && nameSpan.from <= nameSpan.to);
          assert.ok(nameSpan.to <= span.to && span.to <= document.length);
          item.children.forEach(look);
        };
        outlineOf(document).forEach(look);
        entryItems(document).forEach(look);
      },
    );
  });
});

describe('entryItems', () => {
  it('lists the entries in their order, by speaker', () => {
    const items = entryItems(parse('> 09:00:00  Ann\nhi\n> 09:00:01  阿泽\n早\n> 09:00:02\n\n'));
    assert.equal(shown(items), 'entry: 09:00:00  Ann (hi)\nentry: 09:00:01  阿泽 (早)\nentry: 09:00:02\n');
  });
});

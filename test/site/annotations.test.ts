import assert from 'node:assert/strict';
import { addNote, addTags, applyChanges, ChatDocument } from '../../server/src/language/index.js';
import { annotateAtRandom } from '../support/annotateAtRandom.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { property, Random } from '../support/random.js';
import { hasSiteRenderer, itWithSiteRenderer, renderSite } from '../support/siteRenderer.js';

/** What a reader of the page is shown: a browser shows no comment, and no blank line between blocks. */
const shown = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?--!?>/g, '')
    .replace(/\n\s*/g, '\n')
    .trim();

/** The words alone. Where no blank line ends an entry, the page takes the next header for part of it; a note parts the two. */
const wordsOf = (html: string): string =>
  html
    .replace(/<\/?(?:p|br|blockquote)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const endsBlank = (log: string): boolean => !/\S *\n(?:>|$(?![\s\S]))/.test(log);

/** Checks that a page shows of each annotated log what it shows of the log without. */
function check(logs: readonly { readonly plain: string; readonly annotated: string }[]): void {
  const plain = renderSite(logs.map((log) => log.plain));
  const annotated = renderSite(logs.map((log) => log.annotated));
  for (const [index, log] of logs.entries()) {
    const [is, was] = [shown(annotated[index] ?? ''), shown(plain[index] ?? '')];
    if (endsBlank(log.plain)) assert.equal(is, was, JSON.stringify(log.annotated));
    else assert.equal(wordsOf(is), wordsOf(was), JSON.stringify(log.annotated));
  }
}

const BODIES = [
  '   \n早上好[太阳]  \n   \n',
  '   \n  \n   \n',
  '   \n![2026-11-20 08:05:30](http://img.example.org/20261120_080530.png) \n   \n',
  '   \n- 一\n- 二  \n   \n',
  '   \n1. 一\n\n   二  \n   \n',
  '   \n    code  \n   \n',
  '   \n```\ncode\n```\n   \n',
  '   \na | b\n--|--\n1 | 2  \n   \n',
  '   \n# title  \n   \n',
  '   \n<div>hi</div>  \n   \n',
  '   \n> quoted  \n   \n',
  '   \n$$ x $$  \n   \n',
  '   \na -- b &amp;#183; *c*  \n   \n',
  '   \n```\nno end  \n   \n',
  'hi\n',
  'hi  \n',
  '',
];

describe('The page of an annotated log', () => {
  itWithSiteRenderer('shows what that of the log without annotations does', () => {
    const logs: { plain: string; annotated: string }[] = [];
    property(
      400,
      (random) => random.list(6, () => `> 09:00:0${random.below(10)}  林一诺  \n${random.pick(BODIES)}`),
      (pieces) => {
        const plain = pieces.join('');
        logs.push({ plain, annotated: annotateAtRandom(plain, new Random(logs.length), 12) });
      },
    );
    assert.ok(logs.filter(({ plain, annotated }) => plain !== annotated).length > 200);
    check(logs);
  });

  itWithSiteRenderer('hides a note on each sort of text', () =>
    check(
      BODIES.flatMap((body) => {
        const plain = `> 09:00:00  林一诺  \n${body}> 09:00:01  Ann  \n   \nhi  \n   \n`;
        const log = ChatDocument.parse('file:///log.txt', 1, plain);
        const [entry] = log.entries();
        assert.ok(entry);
        const text = 'a\n\n- b\n\n```\n<!-- c --> {{ d }}\n# e --!> f\n\n> 09:00:00  Ann\n\n';
        return [
          addNote(log, entry, { date: undefined, author: 'Cid', text }),
          addTags(log, entry, ['a --> b', '<b>']),
        ].map((edit) => {
          assert.ok('changes' in edit);
          return { plain, annotated: applyChanges(plain, edit.changes) };
        });
      }),
    ),
  );

  if (hasSiteRenderer()) {
    itWithCorpus('shows what that of the log does, in the corpus', () => {
      const random = new Random(11);
      check(
        corpusLogs()
          .filter((_, index) => index % 6 === 0)
          .map(({ text }) => ({ plain: text, annotated: annotateAtRandom(text, random, 12) })),
      );
    });
  }
});

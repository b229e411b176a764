import { perChunk } from '../../syntax/chunk.js';
import { Sign } from '../../syntax/signs.js';
import type { DocumentRule, Examples, Finding } from '../rule.js';
import { damagedComments } from '../support/damagedComments.js';
import { exposedNotes } from '../support/exposedNotes.js';
import { shiftFinding } from '../support/shiftFinding.js';
// The list holds this rule too; it is read when a log is checked, long after both files are.
import { rules } from './index.js';

/** What is wrong with the comments of a chunk. */
const findingsIn = perChunk((chunk): readonly Finding[] => {
  const found: Finding[] = [];
  if ((chunk.signs & Sign.angle) === 0) return found;
  const ids = rules.map(({ id }) => id);
  let from = 0;
  for (const block of chunk.blocks) {
    const { text } = block;
    if (block.kind !== 'frontMatter' && block.signs & Sign.angle && /[<＜] ?[!！]/.test(text)) {
      const start = block.kind === 'entry' ? block.body.from : 0;
      for (const finding of damagedComments(text, start, ids)) found.push(shiftFinding(finding, from));
      if (block.kind === 'entry') for (const finding of exposedNotes(block)) found.push(shiftFinding(finding, from));
    }
    from += text.length;
  }
  return found;
});

export const annotationMalformed: DocumentRule = {
  id: 'annotation-malformed',
  title: 'Notes, tags and directives are written as comments that can be read.',
  why:
    'A remark such as `<!-- @note 2026-11-23 reviewer: needs a source -->` or `<!-- @tag 春游, 路线 -->` that is written ' +
    'otherwise is found by nobody, and a `chatlog-disable` that names no rule keeps nothing quiet. A comment without its ' +
    '`-->` ends with the entry here, but on the site it swallows the rest of the page, and a remark of several paragraphs ' +
    'without a blank line above is shown there in part. Other comments are nobody’s business.',
  severity: 'warning',
  scope: 'document',
  *check(document) {
    for (const { chunk, from } of document.chunks()) {
      for (const finding of findingsIn(chunk)) yield shiftFinding(finding, from);
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 09:00:00  Ann\nhi\n<!-- <[@not]> 2026-11-23 Cid: why? -->\n<!-- <[@Tags]> 春游 -->\n<!-- <[＠note]> Cid: why? -->\n',
      fixed: '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid: why? -->\n<!-- @tag 春游 -->\n<!-- @note Cid: why? -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- <[note]> 2026-11-23 Cid: why? -->\n<!-- <[tag]> 春游, 路线 -->\n<!-- <[note]>: why? -->\n',
      fixed:
        '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid: why? -->\n<!-- @tag 春游, 路线 -->\n<!-- @note: why? -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- <[@note]> 2026-11-23 Cid needs a source -->\n<!-- <[@note]> needs a source -->\n<!-- @note Cid<[：]>为什么 -->\n<!-- <[@note]> -->\n',
      fixed:
        '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid: needs a source -->\n<!-- @note: needs a source -->\n<!-- @note Cid: 为什么 -->\n<!-- @note -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- @note <[2026/1/5]> Cid: why? -->\n<!-- @note <[2026-13-05]>: why? -->\n',
      fixed: '> 09:00:00  Ann\nhi\n<!-- @note 2026-01-05 Cid: why? -->\n<!-- @note 2026-13-05: why? -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- <[@tag]> -->\n<!-- @tag<[: ]>春游 -->\n',
      fixed: '> 09:00:00  Ann\nhi\n<!-- @tag -->\n<!-- @tag 春游 -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<[<!-- @note Cid: one]>\ntwo\n\n> 09:00:01  Ann\n<[<!-- just so]>\nhi\n',
      fixed: '> 09:00:00  Ann\nhi\n<!-- @note Cid: one\ntwo -->\n\n> 09:00:01  Ann\n<!-- just so -->\nhi\n',
    },
    {
      text: '> 09:00:00  Ann\n<[<!-- @tag 春游 ->]>\n\n> 09:00:01  Ann\n<[<!-]> @tag 春游 -->\n> 09:00:02  Ann\n<[<!-- @tag 春游]> \n',
      fixed:
        '> 09:00:00  Ann\n<!-- @tag 春游 -->\n\n> 09:00:01  Ann\n<!-- @tag 春游 -->\n> 09:00:02  Ann\n<!-- @tag 春游 -->\n',
    },
    {
      text: '---\nlayout: source\n---\n<!-- <[chatlog-disabled]> time-order -->\n<!-- chatlog-disable <[time-oder]>, emoji-unknown -->\n> 09:00:00  Ann\nhi\n<!-- <[chatlog-disable-nextline]> -->\n<!-- chatlog-disable-next-line <[nonsense]> -->\n',
      fixed:
        '---\nlayout: source\n---\n<!-- chatlog-disable time-order -->\n<!-- chatlog-disable time-order, emoji-unknown -->\n> 09:00:00  Ann\nhi\n<!-- chatlog-disable-next-line -->\n<!-- chatlog-disable-next-line nonsense -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid <[on “hi”]>: why? -->\n<!-- @note <[on 「hi」]> #2: why? -->\n',
      fixed: '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid on "hi": why? -->\n<!-- @note on "hi" #2: why? -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<[<!--]> @note Cid: one\n\ntwo -->\n\n> 09:00:01  Ann\n<!-- @tag 春游 -->\n<[<!--]> @note: see\n- this -->\n',
      fixed:
        '> 09:00:00  Ann\nhi\n\t\n<!-- @note Cid: one\n\ntwo -->\n\n> 09:00:01  Ann\n\t\n<!-- @tag 春游 -->\n<!-- @note: see\n- this -->\n',
    },
  ],
  valid: [
    { text: '> 09:00:00  Ann\nhi\n\n<!-- @note Cid: one\n\n- two -->\n<!-- @note Cid: one\n\ntwo -->\n' },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid: why? -->\n<!-- @note: see\nhttp://example.org --&gt; -->\n<!--@tag 春游，路线-->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 "Cid：Bo" on "hi：" #2 [resolved]: why? -->\n<!-- @tag ": a", "b, c" -->\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<!-- notes to myself --> <!-- tagged by hand --> <!-- @todo ask --> <!-- nose: red --> <!---->\n',
    },
    {
      text: '<!-- chatlog-disable -->\n> 09:00:00  Ann\n<!-- chatlog-disable-next-line time-order image-malformed -->\nhi\n',
    },
    { text: '> 09:00:00  Ann\nA-->B <-- C <!DOCTYPE html> @note: no comment\n' },
  ],
};

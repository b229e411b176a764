import { perChunk } from '../../syntax/chunk.js';
import { textOf } from '../../syntax/inline.js';
import { message } from '../../text/message.js';
import { shiftSpan } from '../../text/span.js';
import type { DocumentRule, Examples, Finding } from '../rule.js';
import { shiftFinding } from '../support/shiftFinding.js';

/** The times of a chunk's entries that are none. */
const findingsIn = perChunk((chunk): readonly Finding[] => {
  const found: Finding[] = [];
  let from = 0;
  for (const block of chunk.blocks) {
    if (block.kind === 'entry' && block.seconds === undefined) {
      const text = message('There is no such time as {0}.', textOf(block, block.time));
      found.push({ ...shiftSpan(block.time, from), message: text });
    }
    from += block.text.length;
  }
  return found;
});

export const timeInvalid: DocumentRule = {
  id: 'time-invalid',
  title: 'The time of an entry is one that a clock shows.',
  why: 'A time beyond 23:59:59 has no place in the order of the day, so nothing that goes by time can find the entry.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    for (const { chunk, from } of document.chunks()) {
      for (const finding of findingsIn(chunk)) yield shiftFinding(finding, from);
    }
  },
};

export const examples: Examples = {
  invalid: [
    { text: '> <[25:61:00]>  Ann\nhi\n' },
    { text: '> 09:00:00  Ann\nhi\n> <[24:00:00]>  Bob  \n\nyes\n> <[09:00:60]>  Ann\nok\n' },
    { text: '> 09:00:00  Ann\nhi\n＞ <[９:７５:00]>  Bob\nyes\n' },
  ],
  valid: [{ text: '> 00:00:00  Ann\nhi\n> 23:59:59  Ann\nhi\n' }, { text: '> 09:00:00  Ann\n25:61:00 is no time\n' }],
};

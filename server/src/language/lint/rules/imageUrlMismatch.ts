import { marksOf, textOf } from '../../syntax/inline.js';
import { Sign } from '../../syntax/signs.js';
import { message } from '../../text/message.js';
import { shiftSpan } from '../../text/span.js';
import type { EntryRule, Examples } from '../rule.js';
import { momentOf, stampIn } from '../support/imageTimes.js';

export const imageUrlMismatch: EntryRule = {
  id: 'image-url-mismatch',
  title: 'A picture’s file is named by the log’s day and the entry’s time.',
  why:
    'The exporter names each picture by the moment it was posted. An address that holds another moment than the entry ' +
    'and the alt text leads to another picture, or to none. Addresses of any other form are left alone.',
  severity: 'warning',
  scope: 'entry',
  signs: Sign.exclamation,
  *check(entry, facts) {
    if (!entry.text.includes('![')) return;
    const moment = momentOf(entry, facts);
    if (!moment) return;
    for (const mark of marksOf(entry)) {
      if (mark.kind !== 'image' || textOf(entry, mark.alt) !== moment.alt) continue;
      const address = textOf(entry, mark.target);
      const stamp = stampIn(address);
      if (!stamp) continue;
      const found = address.slice(stamp.from, stamp.to);
      if (found === moment.stamp) continue;
      const span = shiftSpan(stamp, mark.target.from);
      yield {
        ...span,
        message: message('The address says “{0}”, the entry and the alt text say “{1}”.', found, moment.stamp),
        fixes: [
          {
            title: message('Write it “{0}”', moment.stamp),
            safe: false,
            changes: [{ ...span, insert: moment.stamp }],
          },
        ],
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/<[20261120_120365]>.png)\n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356/<[20261119_120356]>.png?w=20261120_120356)\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356/20261120_120356.png?w=20261120_120356)\n',
    },
  ],
  valid: [
    { text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n' },
    { text: '> 12:03:57  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n' },
    { text: '> 12:03:56  Ann\n![2026-11-20 12:30:56](http://img.example.org/20261120_120365.png)\n' },
    { text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/IMG_20261120_120365.png)\n' },
    { text: '> 12:03:56  Ann\n[2026-11-20 12:03:56](http://img.example.org/20261120_120365.png)\n' },
  ],
};

import { marksOf, textOf } from '../../syntax/inline.js';
import { Sign } from '../../syntax/signs.js';
import { message } from '../../text/message.js';
import type { EntryRule, Examples } from '../rule.js';
import { momentOf, saysTime, stampIn } from '../support/imageTimes.js';

export const imageAltMismatch: EntryRule = {
  id: 'image-alt-mismatch',
  title: 'A picture’s alt text is the log’s day and the entry’s time.',
  why:
    'The exporter writes the day and the time of a picture twice, as its alt text and as the name of its file. Where the ' +
    'file’s name agrees with the entry and the alt text does not, the alt text is wrong. Where the two agree with each ' +
    'other, it is rather the entry’s time that was changed.',
  severity: 'warning',
  scope: 'entry',
  signs: Sign.exclamation,
  *check(entry, facts) {
    if (!entry.text.includes('![')) return;
    const moment = momentOf(entry, facts);
    if (!moment) return;
    for (const mark of marksOf(entry)) {
      if (mark.kind !== 'image') continue;
      const alt = textOf(entry, mark.alt);
      if (alt === moment.alt) continue;
      const address = textOf(entry, mark.target);
      const stamp = stampIn(address);
      if (!stamp || address.slice(stamp.from, stamp.to) !== moment.stamp) continue;
      yield {
        ...mark.alt,
        message: message('The alt text says “{0}”, the entry and the picture’s address say “{1}”.', alt, moment.alt),
        fixes: [
          {
            title: message('Write it “{0}”', moment.alt),
            // Words may say what the picture shows; to give them up is for a person to decide.
            safe: alt.trim() === '' || saysTime(alt),
            changes: [{ ...mark.alt, insert: moment.alt }],
          },
        ],
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 12:03:56  Ann\n![<[2026-11-20 12:30:56]>](http://img.example.org/20261120_120356.png)\n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n',
    },
    {
      text: '---\ndate: 2026-11-21 12:00:00\ntitle: "2026-11-21-WeChat"\n---\n> 12:03:56  Ann\n![<[2026-11-20 12:03:56]>](http://img.example.org/20261121_120356.png)\n![<[12:03]>](a/20261121_120356.jpg?x=1)\n',
      fixed:
        '---\ndate: 2026-11-21 12:00:00\ntitle: "2026-11-21-WeChat"\n---\n> 12:03:56  Ann\n![2026-11-21 12:03:56](http://img.example.org/20261121_120356.png)\n![2026-11-21 12:03:56](a/20261121_120356.jpg?x=1)\n',
    },
    {
      text: '> 12:03:56  Ann\n![<[chart]>](http://img.example.org/20261120_120356.png) ![<[]>](20261120_120356.png)\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) ![2026-11-20 12:03:56](20261120_120356.png)\n',
    },
  ],
  valid: [
    { text: '> 12:03:56  Ann\n![chart](http://img.example.org/chart.png)\n' },
    { text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n' },
    { text: '> 12:03:57  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n' },
    { text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120357.png)\n' },
    { text: '> 12:03:56  Ann\n![2026-11-20 12:30:56](http://img.example.org/chart.png)\n' },
    { text: '> 25:03:56  Ann\n![2026-11-20 12:30:56](http://img.example.org/20261120_120356.png)\n' },
    {
      text: '> 12:03:56  Ann\n![2026-11-20 12:30:56](http://img.example.org/20261120_120356.png)\n',
      fileName: 'today-chat.txt',
    },
  ],
};

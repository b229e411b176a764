import { Sign } from '../../syntax/signs.js';
import { type Message, message } from '../../text/message.js';
import type { EntryRule, Examples, Fix } from '../rule.js';
import { damagedImages, type ImageDamage } from '../support/damagedImages.js';

const MESSAGES: Readonly<Record<ImageDamage, Message>> = {
  brackets: message('This picture is not written as “![TEXT](ADDRESS)”.'),
  unclosed: message('The address of this picture is not closed: a “)” is missing.'),
  empty: message('This picture has no address.'),
  lineBreak: message('The address of this picture is broken by a line break.'),
  spaces: message('There are spaces in the address of this picture.'),
};

export const imageMalformed: EntryRule = {
  id: 'image-malformed',
  title: 'A picture is written as `![TEXT](ADDRESS)`.',
  why:
    'What is not written so is no picture: the page shows its text and its address instead. A space or a line break ends ' +
    'an address; a space that belongs to it is written `%20`.',
  severity: 'error',
  scope: 'entry',
  signs: Sign.exclamation | Sign.bracket,
  *check(entry) {
    for (const { damage, span, repairs } of damagedImages(entry)) {
      const fixes = repairs.map(
        (insert): Fix => ({ title: titleOf(damage, insert), safe: false, changes: [{ ...span, insert }] }),
      );
      yield { ...span, message: MESSAGES[damage], ...(fixes.length > 0 && { fixes }) };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png]> \n   \n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) \n   \n',
    },
    { text: '> 12:03:56  Ann\n看<[![2026-11-20 12:03:56]()]>, <[![]()]>\n' },
    { text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](]>\n<[![2026-11-20 12:03:56]]>\n' },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](http://img.example.org/my pictures/a.png)]>\n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/my%20pictures/a.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](http://img. example.org/a.png)]>\n<[![2026-11-20 12:03:56](http://img.example.org/20261120 _120356.png)]>\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56]( http://img.example.org/a.png )]>\n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](http://img.example.org/\r\n20261120_120356.png)]> 看\r\n',
      fixed: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) 看\r\n',
    },
    {
      text: '> 12:03:56  Ann\n<[！[2026-11-20 12:03:56](http://img.example.org/a.png)]> <[！【2026-11-20 12:03:56】（http://img.example.org/a.png）]>\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/a.png) ![2026-11-20 12:03:56](http://img.example.org/a.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![chart]（http://img.example.org/a(1).png）]>, <[![chart](http://img.example.org/a.png]> 好看（真的）\n',
      fixed:
        '> 12:03:56  Ann\n![chart](http://img.example.org/a(1).png), ![chart](http://img.example.org/a.png) 好看（真的）\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56(http://img.example.org/a.png)]>\n<[![2026-11-20 12:03:56]http://img.example.org/a.png)]>\n<[!2026-11-20 12:03:56](http://img.example.org/a.png)]>\n<[[2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)]>\n<[![2026-11-20 12:03:56] (http://img.example.org/a.png)]>\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)\n![2026-11-20 12:03:56](http://img.example.org/a.png)\n',
    },
    {
      text: '> 12:03:56  Ann\n<[![2026-11-20 12:03:56](http://img.example.org/a.png]>![2026-11-20 12:03:56](http://img.example.org/b.png)\n',
      fixed:
        '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/a.png)![2026-11-20 12:03:56](http://img.example.org/b.png)\n',
    },
  ],
  valid: [
    { text: '> 12:03:56  Ann\n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) \n' },
    { text: '> 12:03:56  Ann\n谢谢！[抱拳][强] 赞![强](http://example.org/a 通知！【2026-11-20 19:30:00】（周五）\n' },
    { text: '> 12:03:56  Ann\n欢迎关注！[公众号](http://example.org/a) Hi!【新闻】（http://example.org/a）\n' },
    {
      text: '> 12:03:56  Ann\n![chart](http://img.example.org/a_(1).png "a title") ![a](http://img.example.org/a_(1).png) ![b](<a b.png>)\n',
    },
    { text: '> 12:03:56  Ann\nif (!list[0](x)) return ![1, 2] (a b)\n' },
    { text: '> 12:03:56  Ann\n<!-- ![2026-11-20 12:03:56]( -->\n[2026-11-20 12:03:56](http://example.org/a)\n' },
  ],
};

function titleOf(damage: ImageDamage, repair: string): Message {
  if (damage === 'unclosed') return message('Close the address');
  if (damage === 'lineBreak') return message('Join the address');
  if (damage === 'brackets') return message('Write it “{0}”', repair);
  return /%(?:20|09|E3%80%80)/.test(repair) ? message('Encode the spaces') : message('Remove the spaces');
}

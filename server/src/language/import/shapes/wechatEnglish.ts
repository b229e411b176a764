import { CLOCK, DAY, HALF_AFTER } from '../dateTime.js';
import { namedHead } from '../namedHead.js';
import type { Shape } from '../shape.js';

const HEAD = new RegExp(`^(?<name>\\S.*?)[ \\t]+${DAY},?[ \\t]*${CLOCK}${HALF_AFTER}[ \\t]*$`, 'u');

/** Copied from WeChat on a desktop in English: `Name 2023/09/16 2:51 PM`, what was said below. */
export const wechatEnglish: Shape = {
  id: 'wechatEnglish',
  program: 'wechat',
  reader: (lines) => (at) => namedHead(lines[at] ?? '', HEAD, 'time'),
};

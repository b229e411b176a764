import { CLOCK, DAY, HALF_BEFORE } from '../dateTime.js';
import { namedHead } from '../namedHead.js';
import type { Shape } from '../shape.js';

const HEAD = new RegExp(`^(?<name>\\S.*?)[ \\t\\u3000]+${DAY}[ \\t]*${HALF_BEFORE}?${CLOCK}[ \\t]*$`, 'u');

/** Copied from WeChat for Mac: `昵称 2022/11/17 21:07`, what was said below. */
export const wechatMac: Shape = {
  id: 'wechatMac',
  program: 'wechat',
  reader: (lines) => (at) => namedHead(lines[at] ?? '', HEAD, 'time'),
};

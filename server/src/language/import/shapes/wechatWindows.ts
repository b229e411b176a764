import { LONGEST_HEAD, type Shape } from '../shape.js';

const HEAD = /^(?<name>\S(?:.*\S)?)[:：]$/u;

/** Copied from WeChat for Windows: a name and a colon, what was said on the lines below, no time. */
export const wechatWindows: Shape = {
  id: 'wechatWindows',
  program: 'wechat',
  reader: (lines) => (at) => {
    const line = lines[at]?.trimEnd() ?? '';
    const name = line.length <= LONGEST_HEAD ? HEAD.exec(line)?.groups?.['name'] : undefined;
    return name === undefined
      ? undefined
      : { kind: 'head', speaker: name, day: undefined, time: undefined, evidence: 'name' };
  },
};

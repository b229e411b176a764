import { formatClock } from '../../server/src/language/index.js';

/** A message for tests, its day `YYYY-MM-DD`, its time in seconds since midnight. */
export interface Said {
  readonly speaker: string;
  readonly day: string;
  readonly seconds: number;
  readonly lines: readonly string[];
}

/** What of a time a shape tells. */
export type Precision = 'second' | 'minute' | 'none';

/** A way to write messages as a chat program does. */
export interface ChatWriter {
  readonly name: string;
  readonly precision: Precision;
  /** Whether it tells the day. */
  readonly dated: boolean;
  write(messages: readonly Said[]): string;
}

const minute = (seconds: number): string => formatClock(seconds).slice(0, 5);

function twelve(seconds: number): string {
  const [hours = 0, ...rest] = minute(seconds).split(':').map(Number);
  return `${hours % 12 || 12}:${String(rest[0]).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

const lines =
  (head: (said: Said) => string, between = '\n\n') =>
  (messages: readonly Said[]) =>
    messages.map((said) => [head(said), ...said.lines].join('\n')).join(between);

const slashed = (day: string): string => day.replaceAll('-', '/');
const europeanDay = (day: string): string => day.split('-').reverse().join('/');

/** Every shape that is read from text. */
export const chatWriters: readonly ChatWriter[] = [
  { name: 'WeChat for Windows', precision: 'none', dated: false, write: lines(({ speaker }) => `${speaker}:`) },
  {
    name: 'WeChat for Mac',
    precision: 'minute',
    dated: true,
    write: lines(({ speaker, day, seconds }) => `${speaker} ${slashed(day)} ${minute(seconds)}`, '\n'),
  },
  {
    name: 'WeChat in English',
    precision: 'minute',
    dated: true,
    write: lines(({ speaker, day, seconds }) => `${speaker} ${slashed(day)} ${twelve(seconds)}`, '\n'),
  },
  {
    name: 'WeChat by mail',
    precision: 'minute',
    dated: true,
    write(messages) {
      let day = '';
      return messages
        .map((said) => {
          const rule = said.day === day ? '' : `—————  ${said.day}  —————\n\n\n`;
          day = said.day;
          return `${rule}${said.speaker}  ${minute(said.seconds)}\n\n${said.lines.join('\n')}\n\n`;
        })
        .join('');
    },
  },
  {
    name: 'QQ',
    precision: 'second',
    dated: true,
    write: lines(({ speaker, day, seconds }) => `${speaker}: ${day.slice(5)} ${formatClock(seconds)}`, '\n'),
  },
  {
    name: 'QQ with numbers',
    precision: 'second',
    dated: true,
    write: lines(({ speaker, day, seconds }) => `${day} ${formatClock(seconds)} ${speaker}(1234567)`),
  },
  {
    name: 'QQ’s history',
    precision: 'second',
    dated: true,
    write: (messages) =>
      '消息记录（此消息记录为文本格式，不支持重新导入）\n\n================================================================\n' +
      '消息分组:我的好友\n================================================================\n消息对象:江小北\n' +
      '================================================================\n\n' +
      lines(({ speaker, day, seconds }) => `${day} ${formatClock(seconds)} ${speaker}`)(messages),
  },
  {
    name: 'WhatsApp on Android',
    precision: 'minute',
    dated: true,
    write: (messages) =>
      messages
        .map((said) => `${europeanDay(said.day)}, ${minute(said.seconds)} - ${said.speaker}: ${said.lines.join('\n')}`)
        .join('\n'),
  },
  {
    name: 'WhatsApp on an iPhone',
    precision: 'second',
    dated: true,
    write: (messages) =>
      messages
        .map((said) => {
          const clock = formatClock(said.seconds);
          return `\u200e[${slashed(said.day)} ${clock}] ${said.speaker}: ${said.lines.join('\n')}`;
        })
        .join('\r\n'),
  },
];

/** The exporter's table, as HTML. */
export function tableOf(messages: readonly Said[]): string {
  const row = (cells: readonly string[], cell = 'td'): string =>
    `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>\r\n`;
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border="1">\r\n' +
    row(['序号', '时间', '昵称', '微信号', '状态', '类型', '消息内容']) +
    messages
      .map(({ speaker, day, seconds, lines: said }, index) =>
        row([
          String(index + 1),
          `${day} ${formatClock(seconds)}`,
          escaped(speaker),
          `wxid_${index}`,
          '接收',
          '文本',
          said.map(escaped).join('<br>'),
        ]),
      )
      .join('') +
    '</table></body></html>'
  );
}

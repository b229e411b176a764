import type { Span } from '../text/span.js';
import type { FrontMatter } from './block.js';
import type { Field, FrontMatterContent, Path } from './frontMatter.js';

/** Latin letters and Chinese characters. Classes of all that Unicode has would take longer to compile than a log to check. */
const LETTERS = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u3400-\\u4dbf\\u4e00-\\u9fff';
/** Visible characters besides, those of ASCII without the double quote and the backslash. */
const SIGNS = ' !#-\\[\\]-~\\u00a1-\\u00ac\\u00ae-\\u00bf\\u2010-\\u2027\\u2030-\\u205e\\u3001-\\u303f\\uff01-\\uff5e';
const WORD = `[${LETTERS}][${LETTERS}\\d_-]{0,40}`;
const PLAIN = `${LETTERS}\\d_./()（）+-`;
/**
 * A key and a value that stand on one line and can only be read in one way: a date, a whole number, text in double quotes
 * without escapes, words in brackets, or text without any sign that means something to YAML.
 */
const LINE = new RegExp(
  '(?<key>[a-z][a-z-]{0,40}):[ \\t]+(?:' +
    [
      '(?<date>\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})',
      '(?<number>0|[1-9]\\d{0,14})',
      `"(?<quoted>[${LETTERS}${SIGNS}]{1,200})"`,
      `\\[(?<list>${WORD}(?:, ?${WORD}){0,20})\\]`,
      `(?<plain>[${LETTERS}](?:[ ${PLAIN}]{0,200}[${PLAIN}])?)`,
    ].join('|') +
    ')[ \\t]*\\n',
  'y',
);
/** Words that YAML takes for something other than text. */
const NO_TEXT = /^(?:null|true|false)$/i;

/**
 * Front matter that is as plain as the exporter writes it, read; `undefined` where it is not, and the YAML package has to be
 * asked. That says the same and takes fifty times as long.
 */
export function plainContent({ text, yaml, closed }: FrontMatter): FrontMatterContent | undefined {
  if (!closed) return undefined;
  const fields: Field[] = [];
  for (let from = yaml.from; from < yaml.to; ) {
    LINE.lastIndex = from;
    const match = LINE.exec(text);
    const { key = '', date, number, quoted, list, plain } = match?.groups ?? {};
    if (!match || LINE.lastIndex > yaml.to || NO_TEXT.test(key)) return undefined;
    const items = list?.split(/, ?/);
    if ([plain, ...(items ?? [])].some((word) => word !== undefined && NO_TEXT.test(word))) return undefined;
    const written = date ?? number ?? plain ?? (quoted === undefined ? `[${list}]` : `"${quoted}"`);
    const valueFrom = from + match[0].indexOf(written, key.length + 1);
    fields.push({
      name: key,
      key: { from, to: from + key.length },
      value: { from: valueFrom, to: valueFrom + written.length },
      content: number === undefined ? (items ?? date ?? quoted ?? plain) : Number(number),
      lines: { from, to: LINE.lastIndex },
    });
    from = LINE.lastIndex;
  }
  if (fields.length === 0) return undefined;
  return { fields, problems: [], isMapping: true, unreadable: [], spanOf: (path) => spanIn(text, fields, path) };
}

function spanIn(text: string, fields: readonly Field[], [name, index, ...more]: Path): Span | undefined {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field || index === undefined) return field?.value;
  const item = Array.isArray(field.content) ? field.content[Number(index)] : undefined;
  if (item === undefined || more.length > 0) return undefined;
  let from = field.value.from + 1;
  for (let i = 0; i < Number(index); i++) from = text.indexOf(',', from) + 1;
  if (text.charAt(from) === ' ') from++;
  return { from, to: from + item.length };
}

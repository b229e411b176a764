import { modelOf } from '../frontMatter/derive.js';
import { newFrontMatter } from '../frontMatter/newFrontMatter.js';
import { quoted, readDate, textValue } from '../frontMatter/values.js';
import { isDay } from '../lint/logDay.js';
import { lineBreakOf } from '../lint/support/frontMatterPlaces.js';
import { ChatDocument } from '../syntax/document.js';
import { type Message, message } from '../text/message.js';
import { DAY_SIGN, groupName, patternOf } from './logGroups.js';

/** The name of a new log's file, or why it can't have one. */
export type LogName = { readonly name: string } | { readonly problem: Message };

/** Longer names of groups than this are no names; most file systems take 255 bytes for all of a file's name. */
const LONGEST_NAME = 60;
/** What no file's name can hold on one system or another. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}]/u;

/**
 * The name of the log of a day. `group` is the pattern of one that is there, or a name that somebody typed; so is `day`,
 * which may be in any form that can only mean one day.
 */
export function logName(group: string, day: string): LogName {
  const read = readDate(day.trim())?.day;
  if (read === undefined || !isDay(read)) {
    return { problem: message('“{0}” is no day. Write it as in 2026-11-20.', day.trim()) };
  }
  const typed = group.trim().replace(/\.txt$/i, '');
  const [sign] = NOT_IN_NAMES.exec(typed) ?? [];
  if (sign !== undefined) return { problem: message('The name of a file can’t hold “{0}”.', sign) };
  if (typed === '') return { problem: message('The name of the group is empty.') };
  if (typed.length > LONGEST_NAME) {
    return { problem: message('The name of the group is longer than {0} characters.', LONGEST_NAME) };
  }
  const pattern = typed.includes(DAY_SIGN) ? typed : `${DAY_SIGN}-${typed}`;
  return { name: `${pattern.replace(DAY_SIGN, read)}.txt` };
}

/** A log after which a new one is written. */
export interface ModelLog {
  readonly text: string;
  /** The name of its file. */
  readonly name: string;
  /** What logs of its group say for `author` where nobody presented; absent where they don't tell. */
  readonly groupAuthor?: string | undefined;
}

/** The text that a log of this name begins with: front matter, modelled on another log's where there is one. */
export function newLogText(name: string, model: ModelLog | undefined, requiredKeys: readonly string[]): string {
  const log = ChatDocument.parse(`/${encodeURIComponent(name)}`, 0, '');
  const form = modelOf(model?.text);
  const nobody = form?.nobody ?? (model?.groupAuthor && textValue(model.groupAuthor));
  const { lines } = newFrontMatter(log, requiredKeys, form && { ...form, ...(nobody && { nobody }) });
  const lineBreak = lineBreakOf(model?.text.slice(0, 1000) ?? '');
  return ['---', ...lines.map((line) => withGroup(line, name, form && model)), '---', ''].join(lineBreak);
}

/** Groups whose titles say `WeChat`, as the exporter writes them. */
const EXPORTED = new Set(['WeChat', 'chat', '']);

/** The line of the title, which names a group that the model is not of. */
function withGroup(line: string, name: string, model: ModelLog | undefined): string {
  const own = patternOf(name);
  const group = groupName(own?.pattern ?? '');
  if (EXPORTED.has(group) || own?.pattern === (model && patternOf(model.name))?.pattern) return line;
  return line.replace(/^(title:\s*)(["']?)(\d{4}-\d{2}-\d{2})-WeChat\2/, (_, key, _quote, day) => {
    return `${key}${quoted(`${day}-${group}`)}`;
  });
}

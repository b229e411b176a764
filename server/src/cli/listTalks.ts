import { say } from '../l10n/l10n.js';
import { formatClock, type Message, message, type Talk, talksOf } from '../language/index.js';
import type { Io } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import { openLogs } from './files/readLogs.js';
import { type Progress, progressBar } from './progress.js';
import { terminalText } from './report/terminalText.js';
import { sayTrouble, write } from './write.js';

/** How talks can be listed. */
export const TALK_FORMATS = ['text', 'json'] as const;

/** Lists the talks of the logs that operands name, and tells the exit code. */
export async function listTalks(
  operands: readonly string[],
  io: Io,
  format: (typeof TALK_FORMATS)[number],
): Promise<number> {
  let progress: Progress | undefined;
  const trouble = sayTrouble(io, () => progress?.clear());
  const logs = await openLogs(operands, trouble);
  progress = progressBar(io, logs.count);
  const list = format === 'json' ? jsonList() : textList();
  await write(io.stdout, list.begin());
  for await (const { path, document, otherEncoding } of logs.all()) {
    if (otherEncoding) trouble.mention(strangeEncoding(path, otherEncoding));
    const text = list.log(path, talksOf(document));
    if (text !== '') progress.clear();
    await write(io.stdout, text);
    progress.step();
  }
  progress.clear();
  await write(io.stdout, list.end());
  return trouble.happened ? 2 : 0;
}

/** Puts a list together, log by log. */
interface TalkList {
  begin(): string;
  log(path: string, talks: readonly Talk[]): string;
  end(): string;
}

/** The talks for a person to read: the log, then a line a talk; logs without one are only counted. */
function textList(): TalkList {
  let logs = 0;
  let count = 0;
  return {
    begin: () => '',
    log(path, talks) {
      logs++;
      count += talks.length;
      if (talks.length === 0) return '';
      return [path, ...talks.map(line)].map((text) => `${terminalText(text)}\n`).join('');
    },
    end: () => `${say(message('Logs looked at: {0}; talks: {1}.', logs, count))}\n`,
  };
}

/** From when to when a talk was, for a person to read. */
export function clockSpan({ start, end }: Pick<Talk, 'start' | 'end'>): string {
  return [start, end].map((seconds) => (seconds === undefined ? '??:??:??' : formatClock(seconds))).join('–');
}

function line(talk: Talk): string {
  const parts = [clockSpan(talk), talk.speaker, talk.title].filter((part) => part !== undefined);
  return `  ${parts.join('  ')} (${say(originOf(talk))})`;
}

function originOf({ source, announced }: Talk): Message {
  if (announced === undefined) return source === 'recorded' ? message('recorded') : message('detected');
  const clock = formatClock(announced);
  return source === 'recorded' ? message('recorded, announced {0}', clock) : message('detected, announced {0}', clock);
}

/** The talks as JSON: one element a log, in the order given (docs/cli.md). */
function jsonList(): TalkList {
  let first = true;
  return {
    begin: () => '[',
    log(file, talks) {
      const start = first ? '\n' : ',\n';
      first = false;
      return start + JSON.stringify({ file, talks: talks.map(talkElement) });
    },
    end: () => (first ? ']\n' : '\n]\n'),
  };
}

/** A talk in JSON (docs/cli.md). */
export function talkElement({ speaker, title, announced, start, end, source }: Talk): object {
  const clock = (seconds: number | undefined): string | null => (seconds === undefined ? null : formatClock(seconds));
  return {
    speaker: speaker ?? null,
    title: title ?? null,
    announced: clock(announced),
    start: clock(start),
    end: clock(end),
    source,
  };
}

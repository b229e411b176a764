import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  byDay,
  ChatDocument,
  type DatedMessage,
  type ImportedLog,
  importLog,
  isDay,
  type LintOptions,
  message,
  peopleOf,
  speakersOf,
  withDays,
} from '../language/index.js';
import { besideLog } from '../system/besideLog.js';
import { InputError } from '../system/inputError.js';
import { nearestConfig } from '../system/search/nearestConfig.js';
import { type Io, UsageError } from './command.js';
import { decodeText } from './files/decodeText.js';
import { nameOfNewLog, writeNewLog } from './files/newLog.js';
import { readBytes } from './files/readBytes.js';
import { openLogs, optionsOf } from './files/readLogs.js';
import { progressBar } from './progress.js';
import { IMPORT_SOURCES, type ImportSource, readMessages } from './readMessages.js';
import { sayTrouble, type Trouble, write } from './write.js';

export { IMPORT_SOURCES };

/** What `chatlog import` was asked for. */
export interface ImportRequest {
  readonly from?: string | undefined;
  readonly date?: string | undefined;
  readonly output?: string | undefined;
}

/** Makes logs of a file from a chat program, `-` being the standard input, and tells the exit code. */
export async function importChatFile(file: string, io: Io, { from, date, output }: ImportRequest): Promise<number> {
  const source = sourceOf(from);
  if (date !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(date) && isDay(date))) {
    throw new UsageError(message('“{0}” is no day written as YYYY-MM-DD.', date));
  }
  const trouble = sayTrouble(io);
  const folder = output ?? '.';
  const config = await nearestConfig()(resolve(folder));
  const options = optionsOf(config, besideLog());
  const { text, lost } = decodeText(await readBytes(file, io));
  if (lost > 0) trouble.report(message('Characters of “{0}” that could not be read: {1}.', file, lost));
  const known = output === undefined ? namesOf(options) : await namesIn(output, options, trouble);
  const chat = readMessages(
    text,
    source,
    { isKnown: (name) => known.has(name), day: date, trusting: source !== 'auto' },
    io,
  );
  for (const { text: note, lost: isLost } of chat.notes) isLost ? trouble.report(note) : trouble.mention(note);
  if (chat.messages.length === 0) {
    throw new InputError(message('Nothing in “{0}” was recognized as messages of a chat program.', file));
  }
  const dated = withDays(chat.messages, date);
  if (!dated)
    throw new InputError(message('The messages do not tell their day, or not its year; say it with “--date”.'));
  const days = byDay(dated);
  const others = [...days.keys()].filter((day) => day !== date);
  if (date !== undefined && others.length > 0) {
    trouble.mention(message('Some messages are not of {0}; they tell another day: {1}.', date, listOf(others)));
  }
  if (output !== undefined) await writeLogs(days, chat.before, output, options, io, trouble);
  else await writeLog(days, chat.before, options, io, trouble);
  return trouble.happened ? 2 : 0;
}

function sourceOf(asked = 'auto'): ImportSource {
  const source = IMPORT_SOURCES.find((each) => each === asked);
  if (source) return source;
  throw new UsageError(
    message('There is nothing to import from “{0}”; it can be {1}.', asked, IMPORT_SOURCES.join(', ')),
  );
}

/** The names that the configuration records. */
const namesOf = ({ speakers }: LintOptions): Set<string> =>
  new Set(peopleOf(ChatDocument.parse('untitled:', 0, ''), speakers).names);

/** The names that the configuration records, and those of who speaks in the logs of a folder. */
async function namesIn(folder: string, options: LintOptions, trouble: Trouble): Promise<ReadonlySet<string>> {
  const names = namesOf(options);
  try {
    const logs = await openLogs([folder], trouble);
    for await (const { document } of logs.all()) {
      const speakers = speakersOf(document, peopleOf(document, options.speakers));
      for (const name of speakers.flatMap((speaker) => speaker.names)) names.add(name);
    }
  } catch (error) {
    // A folder that is not there is made when the logs are.
    if (!(error instanceof InputError)) throw error;
  }
  return names;
}

/** Writes the only day's log to the standard output. */
async function writeLog(
  days: ReadonlyMap<string, readonly DatedMessage[]>,
  before: readonly string[],
  options: LintOptions,
  io: Io,
  trouble: Trouble,
): Promise<void> {
  const [first, ...more] = days;
  if (!first || more.length > 0) {
    throw new InputError(
      message(
        'The messages are of {0} days ({1}), so they make several logs; name a folder with “--output”.',
        days.size,
        listOf([...days.keys()]),
      ),
    );
  }
  const [day, messages] = first;
  const log = importLog(messages, before, uriOf('.', nameOfNewLog('.', day)), options);
  mention(log, day, trouble);
  await write(io.stdout, log.text);
}

/** Writes a log for each day into a folder. One that is there stays as it is, and that is told. */
async function writeLogs(
  days: ReadonlyMap<string, readonly DatedMessage[]>,
  before: readonly string[],
  folder: string,
  options: LintOptions,
  io: Io,
  trouble: Trouble,
): Promise<void> {
  const progress = progressBar(io, days.size);
  let unsaid = before;
  for (const [day, messages] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = nameOfNewLog(folder, day);
    const log = importLog(messages, unsaid, uriOf(folder, name), options);
    unsaid = [];
    const path = join(folder, name);
    const problem = await writeNewLog(path, log.text);
    progress.clear();
    if (problem) trouble.report(problem);
    else {
      mention(log, day, trouble);
      await write(io.stdout, `${path}\n`);
    }
    progress.step();
  }
  progress.clear();
}

/** Says what was made up or moved. */
function mention({ entries, filled, moved }: ImportedLog, day: string, trouble: Trouble): void {
  if (filled > 0)
    trouble.mention(message('{0}: times with seconds that were filled in: {1} of {2}.', day, filled, entries));
  if (moved > 0)
    trouble.mention(message('{0}: messages that stood behind later ones, and were put in order: {1}.', day, moved));
}

const uriOf = (folder: string, name: string): string => pathToFileURL(resolve(folder, name)).href;

/** Days in their order; those in the middle of many are left out. */
function listOf(days: readonly string[]): string {
  const ordered = [...days].sort();
  return ordered.length <= 4 ? ordered.join(', ') : `${ordered[0]} … ${ordered.at(-1)}`;
}

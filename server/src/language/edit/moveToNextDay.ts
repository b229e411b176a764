import type { LintOptions } from '../lint/engine.js';
import { fileNameOf, logDay } from '../lint/logDay.js';
import { frontMatterMissing } from '../lint/rules/frontMatterMissing.js';
import { firstOfNextDay } from '../lint/support/entryTimes.js';
import { ChatDocument } from '../syntax/document.js';
import { applyChanges, type TextChange } from '../text/span.js';
import { joinBlocks } from './sortEntries.js';

/** The entries of a log that belong to the next day, in a log of their own. */
export interface NextDay {
  /** What has to change in this log, so that they are gone from it. */
  readonly changes: readonly TextChange[];
  /** The new log. */
  readonly uri: string;
  readonly text: string;
}

/**
 * Moves what a log has of the next day into that day's log; `undefined` where it has nothing, where its file is not named
 * for its day, or where there is a log of the next day already or it can't be told.
 */
export function moveToNextDay(document: ChatDocument, options: LintOptions): NextDay | undefined {
  const day = logDay(document);
  const name = fileNameOf(document.uri);
  if (day === undefined || !name.includes(day)) return undefined;
  const first = firstOfNextDay(document);
  if (!first) return undefined;
  const next = dayAfter(day);
  const uri = document.uri.slice(0, document.uri.lastIndexOf('/') + 1) + encodeURIComponent(name.replace(day, next));
  if (options.files.exists(uri) !== false) return undefined;
  const entries = joinBlocks([...document.blocks(first.index)].map(({ block }) => block));
  return {
    changes: [{ from: first.from, to: document.length, insert: '' }],
    uri,
    text: withFrontMatter(ChatDocument.parse(uri, 0, entries), document, options),
  };
}

/** The log with front matter like that of the log before it. */
function withFrontMatter(log: ChatDocument, before: ChatDocument, options: LintOptions): string {
  const files = { ...options.files, neighbour: () => before.text };
  const context = { facts: { day: logDay(log) }, options, files };
  const [finding] = frontMatterMissing.check(log, context);
  return applyChanges(log.text, finding?.fixes?.[0]?.changes ?? []);
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

import { modelOf } from '../frontMatter/derive.js';
import { newFrontMatter, openWith } from '../frontMatter/newFrontMatter.js';
import type { LintOptions } from '../lint/engine.js';
import { ChatDocument } from '../syntax/document.js';
import { applyChanges } from '../text/span.js';
import type { DatedMessage } from './days.js';
import { escapeLine } from './escapeText.js';
import { fillTimes } from './fillTimes.js';
import { writeEntries } from './writeEntries.js';

/** A log made of messages. */
export interface ImportedLog {
  readonly text: string;
  readonly entries: number;
  /** How many times were made up in part. */
  readonly filled: number;
  /** How many messages stood behind later ones, and were put in order. */
  readonly moved: number;
}

/**
 * The log of one day's messages, with front matter after that of its neighbours; `uri` is that of its file. What was read
 * `before` the first message goes into a comment at its start, where nobody has said it.
 */
export function importLog(
  messages: readonly DatedMessage[],
  before: readonly string[],
  uri: string,
  options: Pick<LintOptions, 'requiredKeys' | 'files'>,
): ImportedLog {
  const { ordered, moved } = inOrder(messages);
  const times = fillTimes(ordered.map(({ time }) => time));
  const { text, filled } = writeEntries(
    ordered.map((message, index) => ({ ...message, ...(times[index] ?? { seconds: 0, filled: true }) })),
  );
  const comment = before.length === 0 ? '' : `<!-- (import)\n${before.map(escapeLine).join('\n')}\n-->\n`;
  const document = ChatDocument.parse(uri, 0, comment + text);
  const { lines } = newFrontMatter(document, options.requiredKeys, modelOf(options.files.neighbour(uri)));
  return {
    text: applyChanges(document.text, [openWith(document, lines)]),
    entries: messages.length,
    filled: filled.length,
    moved,
  };
}

/** The messages in the order of their times; one without a time stays behind the one before it. */
function inOrder(messages: readonly DatedMessage[]): {
  readonly ordered: readonly DatedMessage[];
  readonly moved: number;
} {
  let latest = 0;
  let moved = 0;
  let current = 0;
  const placed = messages.map((message, index) => {
    const { time } = message;
    if (time) {
      // A minute may hold what another message tells to the second.
      if (time.seconds + (time.exact ? 0 : 59) < latest) moved++;
      current = time.exact ? time.seconds : Math.max(time.seconds, Math.min(latest, time.seconds + 59));
      latest = Math.max(latest, current);
    }
    return { message, at: current, index };
  });
  if (moved === 0) return { ordered: messages, moved };
  return { ordered: placed.sort((a, b) => a.at - b.at || a.index - b.index).map(({ message }) => message), moved };
}

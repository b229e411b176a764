import { quoted } from '../frontMatter/values.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { type RecordedTalk, recordedTalks } from '../talks/recorded.js';
import { formatClock } from '../text/clock.js';
import type { TextChange } from '../text/span.js';
import { saysTalks } from './saysTalks.js';

/**
 * The changes that give a recorded talk of the log another start and end, in the quotes that these stand in. None where it
 * has them already, or one that it lacks would have to be added.
 */
export function retimeTalk(
  document: ChatDocument,
  talk: RecordedTalk,
  { start, end }: { readonly start: number; readonly end: number },
): readonly TextChange[] {
  const block = document.frontMatter;
  if (!block) return [];
  const { fields, spanOf } = contentOf(block);
  const list = fields.find(({ name }) => name === 'talks')?.content;
  const at = Array.isArray(list) ? list.findIndex((_, index) => spanOf(['talks', index])?.from === talk.span.from) : -1;
  const changes: TextChange[] = [];
  const times = { start, end };
  for (const key of ['start', 'end'] as const) {
    const seconds = times[key];
    if (talk[key] === seconds) continue;
    const span = spanOf(['talks', at, key]);
    if (!span) return [];
    const [quote] = /^["']/.exec(block.text.slice(span.from, span.to)) ?? [];
    const clock = formatClock(seconds);
    changes.push({ ...span, insert: quote === undefined ? quoted(clock) : quote + clock + quote });
  }
  const index = recordedTalks(document).findIndex(({ span }) => span.from === talk.span.from);
  const isMeant = saysTalks(document, changes, (talks) =>
    talks.map((each, i) => (i === index ? { ...each, start, end } : each)),
  );
  return isMeant ? changes : [];
}

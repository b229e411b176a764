import { noSpeakerNames, peopleOf } from '../people/people.js';
import { speakersOf } from '../people/speakers.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';

/**
 * What the logs of a group, the latest first, say for `author` where nobody presented: what most of them say of those whose
 * author did not speak in the log; `undefined` where there are none.
 */
export function groupAuthor(logs: readonly ChatDocument[]): string | undefined {
  const counts = new Map<string, number>();
  for (const log of logs) {
    const author = authorOf(log);
    if (author === undefined || hasSpeaker(log, author)) continue;
    counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  // Where two are said as often, the later one counts, which is the first in the map.
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function authorOf({ frontMatter }: ChatDocument): string | undefined {
  const field = frontMatter && contentOf(frontMatter).fields.find(({ name }) => name === 'author');
  return typeof field?.content === 'string' && field.content.trim() !== '' ? field.content : undefined;
}

function hasSpeaker(log: ChatDocument, name: string): boolean {
  const people = peopleOf(log, noSpeakerNames);
  return speakersOf(log, people).some((speaker) => speaker.name === people.personOf(name));
}

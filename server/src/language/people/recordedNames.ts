import type { FrontMatter } from '../syntax/block.js';
import { contentOf } from '../syntax/frontMatter.js';
import type { SpeakerNames } from './people.js';

const nothing: SpeakerNames = {};
const known = new WeakMap<FrontMatter, SpeakerNames>();

/** The names that front matter records under `speakers`; what is no name is left out. The same object for the same block. */
export function recordedNames(block: FrontMatter | undefined): SpeakerNames {
  if (!block) return nothing;
  let names = known.get(block);
  if (!names) {
    names = readNames(contentOf(block).fields.find(({ name }) => name === 'speakers')?.content);
    known.set(block, names);
  }
  return names;
}

function readNames(content: unknown): SpeakerNames {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return nothing;
  return Object.fromEntries(
    Object.entries(content).map(([canonical, others]: [string, unknown]) => [
      canonical,
      Array.isArray(others) ? others.filter((other) => typeof other === 'string') : [],
    ]),
  );
}

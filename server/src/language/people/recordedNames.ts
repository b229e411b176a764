import { type FrontMatter, perBlock } from '../syntax/block.js';
import { contentOf } from '../syntax/frontMatter.js';
import type { SpeakerNames } from './people.js';

const nothing: SpeakerNames = {};

/** The names that front matter records under `speakers`; what is no name is left out. The same object for the same block. */
export function recordedNames(block: FrontMatter | undefined): SpeakerNames {
  return block ? namesRecordedIn(block) : nothing;
}

const namesRecordedIn = perBlock(
  (block: FrontMatter): SpeakerNames =>
    readNames(contentOf(block).fields.find(({ name }) => name === 'speakers')?.content),
);

function readNames(content: unknown): SpeakerNames {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return nothing;
  return Object.fromEntries(
    Object.entries(content).map(([canonical, others]: [string, unknown]) => [
      canonical,
      Array.isArray(others) ? others.filter((other) => typeof other === 'string') : [],
    ]),
  );
}

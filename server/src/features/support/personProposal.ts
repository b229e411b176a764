import type { RankedSpeaker, Text } from '../../language/index.js';
import type { Proposal } from '../completions/completionSource.js';
import { filterText } from './filterText.js';
import { speakerDetail } from './speakerDetail.js';

/** What every proposal of a person has. `start`: what stands in the text before the name, such as an `@`. */
export function personProposal(
  { names, ...speaker }: RankedSpeaker,
  start: string,
  say: (text: Text) => string,
): Pick<Proposal, 'kind' | 'description' | 'filter' | 'about'> {
  const nameFirst = [...new Set([speaker.name, ...names])];
  return {
    kind: 'person',
    description: speakerDetail({ names, ...speaker }, say),
    filter: filterText(start, nameFirst),
    about: { kind: 'person', names: nameFirst },
  };
}

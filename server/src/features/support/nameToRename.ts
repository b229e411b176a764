import { type ChatDocument, type KnownNames, message } from '../../language/index.js';
import { Refusal } from '../feature.js';
import { type Named, namedAt } from './namedAt.js';

/** The name at an offset, to be renamed. Throws {@link Refusal} where there is none. */
export function nameToRename(document: ChatDocument, offset: number, known: KnownNames): Named {
  const named = namedAt(document, offset, known);
  if (!named) throw new Refusal(message('Only names of speakers and tags can be renamed: put the cursor on one.'));
  return named;
}

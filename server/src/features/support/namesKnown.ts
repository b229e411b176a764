import { type Archive, type ChatDocument, type KnownNames, knownNames, peopleOf } from '../../language/index.js';
import type { FeatureContext } from '../feature.js';

/** The names by which mentions in the log of a request are understood: its own, the recorded ones, and the archive's. */
export function namesKnown(
  document: ChatDocument,
  { lintOptions }: Pick<FeatureContext, 'lintOptions'>,
  archive: Archive,
): KnownNames {
  return knownNames(document, peopleOf(document, lintOptions.speakers), archive.names);
}

/** The names by which mentions in another log of the archive are understood. */
export function namesKnownIn(
  document: ChatDocument,
  { lintOptions }: Pick<FeatureContext, 'lintOptions'>,
  archive: Archive,
): KnownNames {
  const people = archive.get(document.uri)?.people ?? peopleOf(document, lintOptions.speakers);
  return knownNames(document, people, archive.names);
}

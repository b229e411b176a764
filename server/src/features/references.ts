import type { Location, ReferenceParams } from 'vscode-languageserver-protocol';
import { type Archive, type ChatDocument, type KnownNames, placesOfTag, type Span, tagAt } from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { ArchiveContext, ArchiveFeature } from './feature.js';
import { declarationOf } from './support/declarationOf.js';
import { logsNamingPerson } from './support/logsNamingPerson.js';
import { type Named, namedAt } from './support/namedAt.js';
import { namesKnown, namesKnownIn } from './support/namesKnown.js';
import { type Person, personNamed } from './support/person.js';
import { placesNaming } from './support/placesNaming.js';

/** Every place that has a tag, or that names a person, under whichever of their names: in this log first, then in the others of the archive. */
export const references: ArchiveFeature<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  capabilities: { referencesProvider: true },
  nothing: [],
  async answer(document, { position, context: { includeDeclaration } }, context) {
    const archive = await context.wholeArchive();
    const tag = tagAt(document, toOffset(document, position));
    if (tag) return referencesOfTag(document, tag.name, archive, context);
    const known = namesKnown(document, context, archive);
    const named = namedAt(document, toOffset(document, position), known);
    if (!named) return [];
    const person = personNamed(named, known);
    const places = placesNaming(document, person, known);
    const declaration = includeDeclaration ? undefined : declarationOf(places);
    const locations = locationsOf(document, spansOf(places.filter((place) => place !== declaration)));
    for (const uri of logsNamingPerson(archive, person)) {
      const other = uri === document.uri ? undefined : await context.readLog(uri);
      if (other) locations.push(...locationsIn(other, person, namesKnownIn(other, context, archive)));
    }
    return locations;
  },
};

async function referencesOfTag(
  document: ChatDocument,
  name: string,
  archive: Archive,
  { readLog }: ArchiveContext,
): Promise<Location[]> {
  const locations = locationsOf(document, placesOfTag(document, name));
  for (const { uri, summary } of archive.logs()) {
    if (uri === document.uri || !summary.tags.some((tag) => tag.name === name)) continue;
    const other = await readLog(uri);
    if (other) locations.push(...locationsOf(other, placesOfTag(other, name)));
  }
  return locations;
}

const locationsIn = (document: ChatDocument, person: Person, known: KnownNames): Location[] =>
  locationsOf(document, spansOf(placesNaming(document, person, known)));

const spansOf = (places: readonly Named[]): readonly Span[] => places.map(({ span }) => span);

const locationsOf = (document: ChatDocument, spans: readonly Span[]): Location[] =>
  spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));

import type { Location, ReferenceParams } from 'vscode-languageserver-protocol';
import type { ChatDocument, KnownNames } from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { declarationOf } from './support/declarationOf.js';
import { logsNamingPerson } from './support/logsNamingPerson.js';
import { type Named, namedAt } from './support/namedAt.js';
import { namesKnown, namesKnownIn } from './support/namesKnown.js';
import { type Person, personNamed } from './support/person.js';
import { placesNaming } from './support/placesNaming.js';

/** Every place that names a person, under whichever of their names: in this log first, then in the others of the archive. */
export const references: ArchiveFeature<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  capabilities: { referencesProvider: true },
  nothing: [],
  async answer(document, { position, context: { includeDeclaration } }, context) {
    const archive = await context.wholeArchive();
    const known = namesKnown(document, context, archive);
    const named = namedAt(document, toOffset(document, position), known);
    if (!named) return [];
    const person = personNamed(named, known);
    const places = placesNaming(document, person, known);
    const declaration = includeDeclaration ? undefined : declarationOf(places);
    const locations = locationsOf(
      document,
      places.filter((place) => place !== declaration),
    );
    for (const uri of logsNamingPerson(archive, person)) {
      const other = uri === document.uri ? undefined : await context.readLog(uri);
      if (other) locations.push(...locationsIn(other, person, namesKnownIn(other, context, archive)));
    }
    return locations;
  },
};

const locationsIn = (document: ChatDocument, person: Person, known: KnownNames): Location[] =>
  locationsOf(document, placesNaming(document, person, known));

const locationsOf = (document: ChatDocument, places: readonly Named[]): Location[] =>
  places.map(({ span }) => ({ uri: document.uri, range: toRange(document, span) }));

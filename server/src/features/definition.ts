import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver-protocol';
import {
  type Archive,
  type ChatDocument,
  type Entry,
  type KnownNames,
  meaningOf,
  type PlacedBlock,
  type Span,
  shiftSpan,
  talksOf,
  textOf,
} from '../language/index.js';
import { placeRange, toOffset, toRange } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { declarationOf } from './support/declarationOf.js';
import { type Named, namedAt } from './support/namedAt.js';
import { namesKnown } from './support/namesKnown.js';
import { isNamed, type Person, personNamed } from './support/person.js';
import { placesNaming } from './support/placesNaming.js';

/** A place that is the answer: the name in a header, and the entry around it. */
type Target = Pick<LocationLink, 'targetUri' | 'targetRange' | 'targetSelectionRange'>;

/**
 * From a mention to the entry that it answers: the person's last before it, or else their first, or else in the newest
 * log in which they speak; to all of them where several may be meant. From a header to where the log first says who that
 * is, and from the front matter to the first entry.
 */
export const definition: ArchiveFeature<DefinitionParams, Location[] | LocationLink[]> = {
  method: 'textDocument/definition',
  capabilities: { definitionProvider: true },
  nothing: [],
  async answer(document, { position }, context) {
    const archive = await context.wholeArchive();
    const known = namesKnown(document, context, archive);
    const named = namedAt(document, toOffset(document, position), known);
    if (!named) return [];
    const targets = targetsOf(named, document, archive, known);
    if (!context.client.definitionLinks) {
      return targets.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }
    const originSelectionRange = toRange(document, named.span);
    return targets.map((target) => ({ originSelectionRange, ...target }));
  },
};

function targetsOf(named: Named, document: ChatDocument, archive: Archive, known: KnownNames): Target[] {
  const { kind, name, span } = named;
  const person = personNamed(named, known);
  if (kind === 'header') {
    const declaration = declarationOf(placesNaming(document, person, known));
    return declaration ? [targetAt(document, declaration.span, declaration.span)] : [];
  }
  if (kind === 'talk') {
    const first = talksOf(document).find(({ item }) => item && item.from <= span.from && span.to <= item.to)?.first;
    if (first) return [entryTarget(document, first)];
  }
  const candidates = kind === 'mention' ? meaningOf(name, known).candidates : [];
  const persons =
    candidates.length > 0 ? candidates.map((one) => personNamed({ kind: 'header', ...one }, known)) : [person];
  return persons.flatMap((one) => entryBefore(span, one, document, known) ?? inArchive(one, archive) ?? []);
}

/** The person's last entry before a place, or else their first in the log. */
function entryBefore(place: Span, person: Person, document: ChatDocument, known: KnownNames): Target | undefined {
  let best: PlacedBlock<Entry> | undefined;
  for (const entry of document.entries()) {
    const isBefore = entry.from + entry.block.text.length <= place.from;
    if (!isBefore && best) break;
    if (isNamed(person, { kind: 'header', name: textOf(entry.block, entry.block.speaker) }, known)) best = entry;
  }
  return best && entryTarget(document, best);
}

/** The person's first entry in the newest log in which they speak. */
function inArchive(person: Person, archive: Archive): Target | undefined {
  let newest: { readonly day: string; readonly target: Target } | undefined;
  for (const { uri, summary, people } of archive.logs()) {
    const { day = '', speakers } = summary;
    if (newest && newest.day >= day) continue;
    const speaker = speakers.find(({ name }) => person.has(name) || person.has(people.personOf(name)));
    if (!speaker) continue;
    const range = placeRange(speaker.place);
    newest = { day, target: { targetUri: uri, targetRange: range, targetSelectionRange: range } };
  }
  return newest?.target;
}

const entryTarget = (document: ChatDocument, { block, from }: PlacedBlock<Entry>): Target =>
  targetAt(document, { from, to: from + block.text.length }, shiftSpan(block.speaker, from));

const targetAt = (document: ChatDocument, whole: Span, name: Span): Target => ({
  targetUri: document.uri,
  targetRange: toRange(document, whole),
  targetSelectionRange: toRange(document, name),
});

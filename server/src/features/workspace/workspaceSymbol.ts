import type { SymbolInformation, SymbolKind, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import {
  type FoundSymbol,
  type FoundTalk,
  message,
  type Place,
  searchArchive,
  type Text,
} from '../../language/index.js';
import { placeRange } from '../convert.js';
import type { ArchiveContext, WorkspaceFeature } from '../feature.js';

/** Numbers of LSP's `SymbolKind`, as in the outline: event, class, key and string. */
const KIND = { talk: 24, speaker: 5, tag: 20, note: 15 } as const satisfies Record<FoundSymbol['kind'], SymbolKind>;

/**
 * More than anybody reads. Editors filter further by what follows the first word, which they keep to themselves, so all
 * logs of somebody who speaks in hundreds have to be among them.
 */
const LIMIT = 1000;

/** Talks, speakers, tags and notes of all logs: each person and tag once in each log, the newest first. */
export const workspaceSymbol: WorkspaceFeature<WorkspaceSymbolParams, SymbolInformation[]> = {
  method: 'workspace/symbol',
  capabilities: { workspaceSymbolProvider: true },
  nothing: [],
  async answer({ query }, context) {
    const found = searchArchive(await context.wholeArchive(), query, LIMIT);
    return found.flatMap((symbol) => {
      const place = placeOf(symbol);
      if (!place) return [];
      return {
        name: nameOf(symbol, context),
        kind: KIND[symbol.kind],
        location: { uri: symbol.log.uri, range: placeRange(place) },
        containerName: containerOf(symbol, context),
      };
    });
  },
};

/**
 * VS Code shows no symbol whose name does not hold what was typed, so what it was found by, such as its sound, stands
 * behind the name.
 */
function nameOf(symbol: FoundSymbol, context: ArchiveContext): string {
  const name = plainNameOf(symbol, context);
  const by = symbol.by.filter((text) => !name.includes(text));
  return by.length === 0 ? name : `${name} (${by.join(' ')})`;
}

function titleOf(symbol: FoundTalk, { say }: ArchiveContext): string {
  const { talk, log } = symbol;
  return talk.title ?? say(message('Talk: {0}', presenterOf(symbol) ?? log.summary.day ?? ''));
}

const presenterOf = ({ talk, log }: FoundTalk): string | undefined => talk.speaker && log.people.personOf(talk.speaker);

function plainNameOf(symbol: FoundSymbol, context: ArchiveContext): string {
  switch (symbol.kind) {
    case 'talk':
      return titleOf(symbol, context);
    case 'speaker':
      return symbol.name;
    case 'tag':
      return `#${symbol.tag.name}`;
    case 'note':
      return symbol.note.beginning === '' ? context.say(message('(no text)')) : symbol.note.beginning;
  }
}

function placeOf(symbol: FoundSymbol): Place | undefined {
  switch (symbol.kind) {
    case 'talk':
      return symbol.talk.place;
    case 'speaker':
      return symbol.place;
    case 'tag':
      return symbol.tag.places[0];
    case 'note':
      return symbol.note.place;
  }
}

function containerOf(symbol: FoundSymbol, { say }: ArchiveContext): string {
  const { day } = symbol.log.summary;
  return aboutOf(symbol, day, say)
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** What else tells a symbol from others of its name. */
function aboutOf(
  symbol: FoundSymbol,
  day: string | undefined,
  say: ArchiveContext['say'],
): readonly (string | undefined)[] {
  switch (symbol.kind) {
    case 'talk':
      return [presenterOf(symbol), day];
    case 'speaker':
      return [day, say(entriesText(symbol.entries))];
    case 'tag':
      return [day, say(entriesText(symbol.tag.places.length))];
    case 'note':
      return [symbol.note.author, day];
  }
}

const entriesText = (entries: number): Text => (entries === 1 ? message('1 entry') : message('{0} entries', entries));

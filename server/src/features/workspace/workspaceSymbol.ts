import type { SymbolInformation, SymbolKind, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import {
  type FoundSpeaker,
  type FoundSymbol,
  type FoundTalk,
  message,
  type Place,
  searchArchive,
  type Text,
} from '../../language/index.js';
import { placeRange } from '../convert.js';
import type { ArchiveContext, WorkspaceFeature } from '../feature.js';

/** Numbers of LSP's `SymbolKind`, as in the outline: event and class. */
const KIND = { talk: 24, speaker: 5 } as const satisfies Record<FoundSymbol['kind'], SymbolKind>;

/**
 * More than anybody reads. Editors filter further by what follows the first word, which they keep to themselves, so all
 * logs of somebody who speaks in hundreds have to be among them.
 */
const LIMIT = 1000;

/** Talks and speakers of all logs: each person once in each log, the newest first. */
export const workspaceSymbol: WorkspaceFeature<WorkspaceSymbolParams, SymbolInformation[]> = {
  method: 'workspace/symbol',
  capabilities: { workspaceSymbolProvider: true },
  nothing: [],
  async answer({ query }, context) {
    const found = searchArchive(await context.wholeArchive(), query, LIMIT);
    return found.map((symbol) => ({
      name: nameOf(symbol, context),
      kind: KIND[symbol.kind],
      location: { uri: symbol.log.uri, range: placeRange(placeOf(symbol)) },
      containerName: containerOf(symbol, context),
    }));
  },
};

/**
 * VS Code shows no symbol whose name does not hold what was typed, so what it was found by, such as its sound, stands
 * behind the name.
 */
function nameOf(symbol: FoundSymbol, context: ArchiveContext): string {
  const name = symbol.kind === 'speaker' ? symbol.name : titleOf(symbol, context);
  const by = symbol.by.filter((text) => !name.includes(text));
  return by.length === 0 ? name : `${name} (${by.join(' ')})`;
}

function titleOf(symbol: FoundTalk, { say }: ArchiveContext): string {
  const { talk, log } = symbol;
  return talk.title ?? say(message('Talk: {0}', presenterOf(symbol) ?? log.summary.day ?? ''));
}

const presenterOf = ({ talk, log }: FoundTalk): string | undefined => talk.speaker && log.people.personOf(talk.speaker);

const placeOf = (symbol: FoundSymbol): Place => (symbol.kind === 'talk' ? symbol.talk.place : symbol.place);

function containerOf(symbol: FoundSymbol, { say }: ArchiveContext): string {
  const { day } = symbol.log.summary;
  const parts = symbol.kind === 'talk' ? [presenterOf(symbol), day] : [day, say(entriesText(symbol))];
  return parts.filter((part) => part !== undefined).join(' · ');
}

const entriesText = ({ entries }: FoundSpeaker): Text =>
  entries === 1 ? message('1 entry') : message('{0} entries', entries);

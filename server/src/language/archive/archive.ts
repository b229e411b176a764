import { type People, peopleIn, type SpeakerNames } from '../people/people.js';
import { mentionIn } from '../syntax/inline.js';
import type { LogSummary } from './logSummary.js';

/** A log of an archive. */
export interface ArchivedLog {
  readonly uri: string;
  readonly summary: LogSummary;
  /** Which names are one person's in it. */
  readonly people: People;
}

/**
 * All logs of a workspace, each by its summary, and the logs in which a name stands. One change costs what one log has
 * names, whatever the number of logs.
 */
export class Archive {
  readonly #logs = new Map<string, ArchivedLog>();
  readonly #spoken = new Map<string, Set<string>>();
  /** By what the mentions begin with, see {@link startOfMention}. */
  readonly #mentioned = new Map<string, Set<string>>();
  #names: readonly string[] | undefined;
  #changes = 0;
  readonly #changesOf = new Map<string, number>();

  /** Takes a log in, or its newer state. `speakers`: the names recorded as one person's for the whole archive. */
  set(uri: string, summary: LogSummary, speakers: SpeakerNames): void {
    this.#reindex(uri, summary);
    this.#logs.set(uri, { uri, summary, people: peopleIn(summary.recorded, speakers) });
  }

  delete(uri: string): void {
    this.#reindex(uri, undefined);
    this.#logs.delete(uri);
  }

  /** A number that is the same as long as no log but the one at the URI comes, goes, or changes. */
  stateBeside(uri: string): number {
    return this.#changes - (this.#changesOf.get(uri) ?? 0);
  }

  get size(): number {
    return this.#logs.size;
  }

  get(uri: string): ArchivedLog | undefined {
    return this.#logs.get(uri);
  }

  logs(): Iterable<ArchivedLog> {
    return this.#logs.values();
  }

  /** Every name in the headers of any log, those that stand in most logs first; the same array until one comes or goes. */
  get names(): readonly string[] {
    this.#names ??= [...this.#spoken].sort(([, a], [, b]) => b.size - a.size).map(([name]) => name);
    return this.#names;
  }

  /** The URIs of the logs in which one of the names may stand, in a header or behind an `@`. */
  logsNaming(names: readonly string[]): readonly string[] {
    const uris = new Set<string>();
    for (const name of names) {
      for (const uri of this.#spoken.get(name) ?? []) uris.add(uri);
      const mention = startOfMention(name);
      // A name that reads like no mention may still follow an `@` where it is known.
      const mentioning = mention === undefined ? this.#logs.keys() : (this.#mentioned.get(mention) ?? []);
      for (const uri of mentioning) uris.add(uri);
    }
    return [...uris];
  }

  #reindex(uri: string, after: LogSummary | undefined): void {
    this.#changes++;
    this.#changesOf.set(uri, (this.#changesOf.get(uri) ?? 0) + 1);
    const before = this.#logs.get(uri)?.summary;
    const namesOf = (summary: LogSummary | undefined): readonly string[] =>
      summary?.speakers.map(({ name }) => name) ?? [];
    if (reindex(this.#spoken, uri, namesOf(before), namesOf(after))) this.#names = undefined;
    reindex(this.#mentioned, uri, startsOfMentions(before), startsOfMentions(after));
  }
}

/** Moves a log from the names it had to those it has now; whether some name came or went altogether. */
function reindex(
  index: Map<string, Set<string>>,
  uri: string,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const gone = new Set(before);
  let changed = false;
  for (const name of after) {
    if (gone.delete(name)) continue;
    const uris = index.get(name);
    if (uris) uris.add(uri);
    else index.set(name, new Set([uri]));
    changed ||= !uris;
  }
  for (const name of gone) {
    const uris = index.get(name);
    uris?.delete(uri);
    if (uris?.size === 0) changed = index.delete(name) || changed;
  }
  return changed;
}

const startsOfMentions = (summary: LogSummary | undefined): readonly string[] => [
  ...new Set(summary?.mentions.flatMap((name) => startOfMention(name) ?? [])),
];

/** What each name begins with that may stand at a mention: the mention up to where a shorter name could end. */
const startOfMention = (name: string): string | undefined => mentionIn(name)?.replace(/[.:!'"*@(（].*$/s, '');

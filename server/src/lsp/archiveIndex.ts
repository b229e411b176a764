import type { TextDocuments } from 'vscode-languageserver';
import {
  Archive,
  ChatDocument,
  detached,
  type LogSummary,
  prepareSearch,
  type SpeakerNames,
  summarize,
} from '../language/index.js';

/** What the index needs of the server around it. */
export interface IndexHost {
  readonly documents: TextDocuments<ChatDocument>;
  /** The URIs of the files in the workspace that may be logs. */
  readonly findLogs: () => AsyncIterable<string>;
  /** Whether a file with this text is a log of the workspace. `found`: whether it was among those that were found. */
  readonly isLog: (uri: string, text: string, found: boolean) => Promise<boolean>;
  /** The text of a file on disk; nothing where there is none. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
  /** Reads many logs that were found, in whatever order; those left out are read one by one. Absent where nothing can. */
  readonly summarizeMany: ((uris: readonly string[]) => AsyncIterable<SummarizedLog>) | undefined;
  /** The names recorded as one person's for the archive that a log is in. */
  readonly speakersOf: (uri: string) => Promise<SpeakerNames>;
  readonly yieldToLoop: () => Promise<void>;
  /** Shows how far the reading of so many logs is. */
  readonly showProgress: (logs: number) => IndexProgress;
  /** Is told what went wrong with one file or search; the others go on. */
  readonly failed: (error: unknown) => void;
}

/** A log that was read; without a summary where there is none any more. */
export interface SummarizedLog {
  readonly uri: string;
  readonly summary: LogSummary | undefined;
}

/** How far long work is, as the user sees it. */
export interface IndexProgress {
  /** So many logs are done. */
  report(done: number): void;
  done(): void;
}

/** Fewer logs than this are read in a moment: here, and nothing is shown of it. */
const MANY = 50;

/**
 * The archive as it is in the editor and on disk, side by side: a log that is open counts as it stands there, saved or
 * not, and when it is closed as it is on disk.
 *
 * Everything that takes long is done in one place, one step after another, so that what was read earlier is never put
 * over what was read later. Before each log the requests that wait get their turn.
 */
export class ArchiveIndex {
  readonly #archive = new Archive();
  /** The version of each open log that the archive has. */
  readonly #open = new Map<string, ChatDocument>();
  /** The logs of the workspace that are on disk, open or not. */
  readonly #onDisk = new Set<string>();

  /** What is to be done: these files read, those that changed first, the logs searched for, and people told apart anew. */
  readonly #changed = new Set<string>();
  readonly #found = new Set<string>();
  /** Those of the found ones that are read elsewhere, as they come. */
  #summarized: AsyncIterator<SummarizedLog> | undefined;
  #toSearch = false;
  #toSortPeople = false;
  #working: Promise<void> | undefined;

  #searched = false;
  /** How often what is recorded of the speakers has changed. */
  #recordings = 0;
  #progress: { readonly shown: IndexProgress; readonly logs: number } | undefined;

  constructor(private readonly host: IndexHost) {}

  /** The archive as it is known now, with the newest versions of what is open. */
  async current(): Promise<Archive> {
    for (const { uri } of this.host.documents.all()) {
      if (this.#open.get(uri) === this.host.documents.get(uri)) continue;
      const speakers = await this.#speakersOf(uri);
      // While that was looked up the log may have been changed or closed, or taken in by another request.
      const document = this.host.documents.get(uri);
      if (!document || this.#open.get(uri) === document) continue;
      this.#open.set(uri, document);
      this.#set(uri, detached(summarize(document)), speakers);
    }
    return this.#archive;
  }

  /** The archive, once every log of the workspace is known as it is now; the first call starts to read them. */
  async whole(): Promise<Archive> {
    if (!this.#searched) this.search();
    while (this.#working) await this.#working;
    return this.current();
  }

  /** A log as it is in the editor, or else on disk. */
  async readLog(uri: string): Promise<ChatDocument | undefined> {
    const open = this.host.documents.get(uri);
    if (open) return open;
    await this.host.yieldToLoop();
    const text = await this.host.readFile(uri);
    // It may have been opened meanwhile.
    return this.host.documents.get(uri) ?? (text === undefined ? undefined : ChatDocument.parse(uri, 0, text));
  }

  /** Looks for the logs of the workspace, for the first time or again: new ones are read, those gone are dropped. */
  search(): void {
    this.#searched = true;
    this.#toSearch = true;
    this.#work();
  }

  /** A file on disk was made, changed or deleted; it counts where it is a log. */
  changed(uri: string): void {
    this.#changed.add(uri);
    this.#work();
  }

  /** A file or a folder was deleted: editors don't name what was in a folder. Files that are no logs don't matter. */
  deleted(uri: string): void {
    for (const log of [...this.#onDisk, ...this.#found])
      if (log === uri || log.startsWith(`${uri}/`)) this.changed(log);
  }

  /** A log is closed: what is on disk counts again. */
  closed(uri: string): void {
    this.#open.delete(uri);
    if (this.#onDisk.has(uri)) this.changed(uri);
    else this.#archive.delete(uri);
  }

  /** What is recorded for the archive has changed: who is one person is looked at anew. */
  speakersChanged(): void {
    this.#recordings++;
    this.#toSortPeople = true;
    this.#work();
  }

  #work(): void {
    this.#working ??= this.#workOff();
  }

  async #workOff(): Promise<void> {
    for (let step = this.#nextStep(); step; step = this.#nextStep()) {
      try {
        await step();
      } catch (error) {
        this.host.failed(error);
      }
      this.#progress?.shown.report(Math.max(0, this.#progress.logs - this.#found.size));
    }
    this.#progress?.shown.done();
    this.#progress = undefined;
    this.#working = undefined;
  }

  #nextStep(): (() => Promise<void>) | undefined {
    if (this.#toSortPeople) return () => this.#sortPeople();
    if (this.#toSearch) return () => this.#findAll();
    const [changed] = this.#changed;
    if (changed !== undefined) return () => this.#read(changed);
    if (this.#summarized) return () => this.#takeSummarized();
    const [found] = this.#found;
    return found === undefined ? undefined : () => this.#read(found);
  }

  async #sortPeople(): Promise<void> {
    this.#toSortPeople = false;
    for (const { uri } of [...this.#archive.logs()]) {
      const speakers = await this.#speakersOf(uri);
      const log = this.#archive.get(uri);
      if (log) this.#archive.set(uri, log.summary, speakers);
    }
  }

  async #findAll(): Promise<void> {
    this.#toSearch = false;
    const found = new Set<string>();
    for await (const uri of this.host.findLogs()) found.add(uri);
    for (const uri of this.#onDisk) if (!found.has(uri)) this.#drop(uri);
    for (const uri of found) if (!this.#onDisk.has(uri)) this.#found.add(uri);
    const logs = this.#found.size;
    if (logs < MANY) return;
    this.#progress ??= { shown: this.host.showProgress(logs), logs };
    this.#summarized ??= this.host.summarizeMany?.([...this.#found])[Symbol.asyncIterator]();
  }

  async #takeSummarized(): Promise<void> {
    const summarized = this.#summarized;
    // Where it fails there is no next time.
    this.#summarized = undefined;
    const next = await summarized?.next();
    if (!next || next.done) return;
    this.#summarized = summarized;
    const { uri, summary } = next.value;
    // What changed since was read, or is still to be.
    if (!this.#found.delete(uri) || !summary) return;
    this.#onDisk.add(uri);
    await this.host.yieldToLoop();
    const speakers = await this.#speakersOf(uri);
    if (!this.host.documents.get(uri)) this.#set(uri, summary, speakers);
  }

  async #read(uri: string): Promise<void> {
    // What is told of the file from here on makes another step; so it counts as there until the contrary is known.
    this.#changed.delete(uri);
    const found = this.#found.delete(uri);
    this.#onDisk.add(uri);
    await this.host.yieldToLoop();
    const text = await this.host.readFile(uri);
    if (text === undefined || !(await this.host.isLog(uri, text, found))) return this.#drop(uri);
    const speakers = await this.#speakersOf(uri);
    const document = ChatDocument.parse(uri, 0, text);
    await this.host.yieldToLoop();
    if (!this.host.documents.get(uri)) this.#set(uri, detached(summarize(document)), speakers);
  }

  #drop(uri: string): void {
    this.#onDisk.delete(uri);
    if (!this.host.documents.get(uri)) this.#archive.delete(uri);
  }

  #set(uri: string, summary: LogSummary, speakers: SpeakerNames): void {
    this.#archive.set(uri, summary, speakers);
    prepareSearch(summary);
  }

  /** What is recorded now: looked up again where it changed meanwhile. */
  async #speakersOf(uri: string): Promise<SpeakerNames> {
    for (;;) {
      const recordings = this.#recordings;
      const speakers = await this.host.speakersOf(uri);
      if (recordings === this.#recordings) return speakers;
    }
  }
}

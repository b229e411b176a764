import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSummary } from './readSummary.js';
import { readSealed, writeSealed } from './sealedLines.js';

/** What is kept of a log. */
interface Kept {
  readonly uri: string;
  /** The file's bytes and the time of its last change, in milliseconds; no time where a later change could bear the same. */
  readonly size: number;
  readonly changed?: number;
  /** Of its name and its bytes: what the summary follows from. */
  readonly hash: string;
  /** As JSON. */
  readonly summary: string;
}

/** File systems tell times to two seconds at worst. */
const TIME_STEP = 2000;
/** Of so many logs, with some kilobytes each, summaries are kept. */
const MOST = 10_000;

/**
 * The summaries of logs on this machine, kept in a file from one start to the next. A log is not even read where its file has
 * the size and time of change that it had; one that was moved, copied or merely touched is read, and known again by its hash.
 * What another build of the program has written counts as nothing, and so does what is damaged.
 */
export class KeptSummaries {
  readonly #before = new Map<string, Kept>();
  readonly #byHash = new Map<string, string>();
  readonly #now = new Map<string, Kept>();
  readonly #build: string;
  /** Whether anything is other than it was kept. */
  #isNews = false;

  /** `program` is the file whose build decides what summaries hold. */
  constructor(
    private readonly file: string,
    program: string,
  ) {
    const { size, mtimeMs } = statSync(program);
    this.#build = `${size} ${mtimeMs}`;
    const lines = readSealed(file, this.#build) ?? [];
    for (let i = 1; i < lines.length; i += 2) {
      const summary = lines[i] as string;
      const kept: Kept = { ...JSON.parse(lines[i - 1] as string), summary };
      this.#before.set(kept.uri, kept);
      this.#byHash.set(kept.hash, summary);
    }
  }

  /** The summary of a log, as JSON. Throws where its file can't be read. */
  summaryOf(uri: string): string {
    const kept = this.#find(uri);
    this.#now.set(uri, kept);
    return kept.summary;
  }

  /** Writes down what was asked for, and of what was kept before the rest whose files are still there. */
  save(): void {
    for (const [uri, kept] of this.#before) {
      if (this.#now.has(uri)) continue;
      if (existsSync(fileURLToPath(uri))) this.#now.set(uri, kept);
      else this.#isNews = true;
    }
    if (!this.#isNews) return;
    try {
      writeSealed(this.file, this.#build, this.#lines());
    } catch {
      // Then the next start reads more.
    }
  }

  *#lines(): Generator<string> {
    for (const { summary, ...kept } of [...this.#now.values()].slice(0, MOST)) {
      yield JSON.stringify(kept);
      yield summary;
    }
  }

  #find(uri: string): Kept {
    const path = fileURLToPath(uri);
    const { size, mtimeMs } = statSync(path);
    const before = this.#before.get(uri);
    if (before?.size === size && before.changed === mtimeMs) return before;
    this.#isNews = true;
    const bytes = readFileSync(path);
    const hash = createHash('sha1').update(basename(path)).update('\0').update(bytes).digest('hex');
    const summary = this.#byHash.get(hash) ?? readSummary(uri, bytes);
    return { uri, size, ...(Date.now() - mtimeMs > TIME_STEP && { changed: mtimeMs }), hash, summary };
  }
}

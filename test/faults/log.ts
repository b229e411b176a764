import type { Random } from '../support/random.js';

/** An entry of a log, as its lines stand. */
export interface LogEntry {
  readonly index: number;
  /** The line of the header. */
  readonly line: number;
  readonly time: string;
  readonly seconds: number;
  readonly name: string;
  /** The lines of the body that are not blank. */
  readonly body: readonly number[];
  /** The line after the entry's last. */
  readonly end: number;
}

/** A picture that is all there is on its line. */
export interface LogImage {
  readonly line: number;
  readonly entry: LogEntry;
  readonly alt: string;
  readonly address: string;
}

/** A line of front matter: what stands before and after the value is kept as it is written. */
export interface LogField {
  readonly line: number;
  readonly key: string;
  readonly gap: string;
  readonly value: string;
  readonly tail: string;
}

const HEADER = /^> (\d\d):(\d\d):(\d\d) {2}(\S(?:.*\S)?) *$/;
const IMAGE = /^!\[([^\]]*)\]\(([^()\s]+)\) *$/;
const FIELD = /^([\w-]+):([ \t]*)(.*?)([ \t]*)$/;

/**
 * A canonical log, read line by line with no help of the language's own parser: faults are put in, and looked for, by
 * what `format.md` says, not by what the parser makes of it.
 */
export class Log {
  readonly lines: readonly string[];
  readonly eol: string;
  readonly fields = new Map<string, LogField>();
  /** The line of the closing `---`. */
  readonly close: number;
  readonly entries: readonly LogEntry[];
  readonly images: readonly LogImage[];

  /** `path` is the log's place in its folder of logs; its last part is its file name. */
  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.lines = text.split(this.eol);
    this.close = this.lines.indexOf('---', 1);
    for (let line = 1; line < this.close; line++) {
      const field = FIELD.exec(this.line(line));
      if (field) {
        const [, key = '', gap = '', value = '', tail = ''] = field;
        this.fields.set(key, { line, key, gap, value, tail });
      }
    }
    this.entries = this.#readEntries();
    this.images = this.entries.flatMap((entry) =>
      entry.body.flatMap((line) => {
        const found = IMAGE.exec(this.line(line));
        return found ? [{ line, entry, alt: found[1] ?? '', address: found[2] ?? '' }] : [];
      }),
    );
  }

  #readEntries(): LogEntry[] {
    const starts = this.lines.flatMap((line, at) => (at > this.close && HEADER.test(line) ? [at] : []));
    return starts.map((line, index) => {
      const [, hours = '', minutes = '', seconds = '', name = ''] = HEADER.exec(this.line(line)) ?? [];
      const end = starts[index + 1] ?? this.lines.length;
      const body: number[] = [];
      for (let at = line + 1; at < end; at++) if (this.line(at).trim() !== '') body.push(at);
      return {
        index,
        line,
        time: `${hours}:${minutes}:${seconds}`,
        seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
        name,
        body,
        end,
      };
    });
  }

  /** The name of the file. */
  get fileName(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  /** The log's day, `YYYY-MM-DD`, as its file name has it. */
  get day(): string {
    return this.fileName.slice(0, 10);
  }

  line(at: number): string {
    return this.lines[at] ?? '';
  }

  /** The text with `count` lines from `at` on replaced by others. */
  splice(at: number, count: number, ...lines: readonly string[]): string {
    return [...this.lines.slice(0, at), ...lines, ...this.lines.slice(at + count)].join(this.eol);
  }

  /** The log that `splice` gives. */
  with(at: number, count: number, ...lines: readonly string[]): Log {
    return new Log(this.path, this.splice(at, count, ...lines));
  }

  /** The lines of an entry. */
  linesOf({ line, end }: LogEntry): readonly string[] {
    return this.lines.slice(line, end);
  }

  /** An entry that something holds for, at random; `undefined` where there is none. */
  entryWhere(random: Random, holds: (entry: LogEntry, log: Log) => boolean): LogEntry | undefined {
    const fitting = this.entries.filter((entry) => holds(entry, this));
    return fitting.length > 0 ? random.pick(fitting) : undefined;
  }

  /** Whether an entry says one line of plain text: no picture, mark, comment, link or header look-alike in it. */
  isPlain(entry: LogEntry): boolean {
    const said = this.line(entry.body[0] ?? -1);
    return entry.body.length === 1 && !/[![\]<>&@`()（）]|https?:|\d[:：.]\d/.test(said);
  }
}

/** Two digits. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds of the day as `HH:MM:SS`. */
export const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** A day that is not the log's. */
export function otherDay(log: Log, random: Random): string {
  const days = random.pick([1, -1, 7, -10, 30, 31, 365, -366]);
  return new Date(Date.parse(`${log.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

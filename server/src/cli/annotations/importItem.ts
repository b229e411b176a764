import type { Import, Message } from '../../language/index.js';

/** An annotation to be put into a log. */
export interface ImportItem extends Import {
  /** Which one it is in its file, for people to find it: a line, an id. */
  readonly name: string;
  /** The log that it is on, as its file says; absent where that does not tell. */
  readonly source?: string | undefined;
}

/** What a file of annotations holds. */
export interface ImportFile {
  readonly items: readonly ImportItem[];
  /** What in it no log can hold, and why. */
  readonly left: readonly { readonly name: string; readonly why: Message }[];
}

import type { Range } from 'vscode-languageclient';

/** What the server says of a log's notes and tags (`annotations.ts` there). */
export interface AnnotationsOfLog {
  /** The version of the log that the ranges are of. */
  readonly version: number;
  /** Where notes can stand; `null` where there is no entry. */
  readonly entries: Range | null;
  readonly threads: readonly NoteThread[];
  readonly tags: readonly TagComment[];
}

/** The notes on one entry, or on the same words of it. */
export interface NoteThread {
  /** The header of the entry. */
  readonly header: Range;
  /** What the entry says; its header where it says nothing. */
  readonly body: Range;
  /** The words that the notes are on; their range is `null` where they are gone. */
  readonly quote?: { readonly text: string; readonly range: Range | null };
  readonly resolved: boolean;
  /** Never none. */
  readonly notes: readonly Note[];
}

/** One note of a thread. */
export interface Note {
  /** The whole comment. */
  readonly range: Range;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly author?: string;
  /** Markdown. */
  readonly text: string;
}

/** A comment that holds tags. */
export interface TagComment {
  /** The header of the entry. */
  readonly header: Range;
  readonly names: readonly { readonly name: string; readonly range: Range }[];
}

/** What the server can change (`editAnnotation.ts` there). `note` is the range of a note, `entry` a place in an entry. */
export type AnnotationChange =
  | ({ readonly kind: 'addNote'; readonly entry: Range; readonly quote?: Range } & NoteToAdd)
  | ({ readonly kind: 'reply'; readonly note: Range } & NoteToAdd)
  | { readonly kind: 'editNote'; readonly note: Range; readonly text: string }
  | { readonly kind: 'deleteNote' | 'deleteThread'; readonly note: Range }
  | { readonly kind: 'resolve'; readonly note: Range; readonly resolved: boolean }
  | { readonly kind: 'setTags'; readonly entry: Range; readonly names: readonly string[] };

/** A note as it is to be written. */
export interface NoteToAdd {
  readonly text: string;
  readonly author?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

import type { ClockTime, ImportNote } from './chatMessage.js';

/** The programs whose messages can be told. */
export const chatPrograms = ['wechat', 'qq', 'whatsapp'] as const;
export type ChatProgram = (typeof chatPrograms)[number];

/** What is known beside the text. */
export interface ImportHints {
  /** Whether a log has somebody of this name. */
  isKnown(name: string): boolean;
  /** The day of the log, `YYYY-MM-DD`. */
  readonly day: string | undefined;
  /** Whether the user said that this is a chat: then less evidence will do. */
  readonly trusting: boolean;
}

/** A line that a message may begin with. */
export interface Head {
  readonly kind: 'head';
  readonly speaker: string;
  readonly day: string | undefined;
  readonly time: ClockTime | undefined;
  /** What is said on the same line. */
  readonly text?: string;
  /**
   * What speaks for it: `form`, which nothing else has; `time`, a day or time behind a name, which a message may say too;
   * `name`, nothing but a name.
   */
  readonly evidence: 'form' | 'time' | 'name';
}

/** What a line is in a shape. `frame` was said by nobody; `broken` has the form of a head, with a time that is none. */
export type LineInShape = Head | { readonly kind: 'frame' } | { readonly kind: 'broken' };

/** One way in which a chat program writes messages as text. */
export interface Shape {
  readonly id: string;
  readonly program: ChatProgram;
  /**
   * Reads a text in this shape. The function tells what a line is, `undefined` where it is nothing of this shape; it is
   * called once for each line that is not empty, in order.
   */
  reader(
    lines: readonly string[],
    hints: ImportHints,
    tell: (note: ImportNote) => void,
  ): (at: number) => LineInShape | undefined;
}

/** Longer lines are no heads. */
export const LONGEST_HEAD = 200;

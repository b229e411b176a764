import type { ChatDocument } from '../syntax/document.js';
import type { LineColumn } from '../text/span.js';

/** A stretch of one line: where it starts, and its length in UTF-16 code units. */
export interface Place extends LineColumn {
  readonly length: number;
}

/** The place of a stretch of one line. */
export function placeOf(document: ChatDocument, from: number, length: number): Place {
  const { line, column } = document.positionAt(from);
  // Not spread: that makes an object of five times the size, and an archive has tens of thousands of these.
  return { line, column, length };
}

import { type ChatDocument, type Entry, labelOf, type PlacedBlock } from '../../language/index.js';
import { toPosition } from '../convert.js';
import { linked, type Piece } from './hoverContent.js';

/** A line of a log as an address that editors open at it; the line counts from zero. `undefined` where the log is no file. */
export const lineTarget = (log: string, line: number): string | undefined =>
  log.startsWith('file:') ? `${log}#L${line + 1}` : undefined;

/** An entry's time, which leads to the entry. */
export function entryLink(document: ChatDocument, { block, from }: PlacedBlock<Entry>): Piece {
  return linked(labelOf(block).time, lineTarget(document.uri, toPosition(document, from).line));
}

import type { ChatDocument, Span } from '../../language/index.js';

/**
 * The indices of the first and the last block that a selection has something of, or that a cursor stands in; one that only
 * begins where the selection ends is left out. `undefined` in an empty log.
 */
export function blocksTouched(
  document: ChatDocument,
  { from, to }: Span,
): { readonly first: number; readonly last: number } | undefined {
  const first = document.blockAt(from);
  const last = document.blockAt(to > from ? to - 1 : to);
  return first && last && { first: first.index, last: last.index };
}

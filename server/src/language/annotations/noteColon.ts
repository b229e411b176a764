import type { Span } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';

/** An address in the text is not what a colon stands behind. */
const COLON = /[:：](?!\/\/)/;

/**
 * Where the colon stands before a note's text, given what stands behind `@note`; `undefined` where there is none. Date and
 * author stand on one line, so a colon further down belongs to the text.
 */
export function noteColon(text: string, rest: Span): number | undefined {
  const from = trimmedStart(text, rest.from, rest.to);
  const at = text.slice(from, rest.to).search(COLON);
  if (at < 0) return undefined;
  const head = text.slice(from, trimmedEnd(text, from, from + at));
  return /[\n\r]/.test(head) ? undefined : from + at;
}

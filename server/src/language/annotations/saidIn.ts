import type { Entry } from '../syntax/block.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import { annotationsOf } from './annotations.js';
import { piecesWithout } from './strip.js';

/** What an entry says, annotations and white space at the ends left out. */
export function saidIn(entry: Entry): string {
  const { text, body } = entry;
  let said = '';
  let at = body.from;
  for (const { from, to } of piecesWithout(entry, annotationsOf(entry))) {
    said += text.slice(at, from);
    at = to;
  }
  said += text.slice(at);
  return said.slice(trimmedStart(said, 0, said.length), trimmedEnd(said, 0, said.length));
}

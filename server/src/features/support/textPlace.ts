import { marksOf, type PlacedBlock } from '../../language/index.js';
import type { CompletionRequest } from '../completions/completionSource.js';

/** What stands between the `<!--` of a comment and the place; `undefined` where the place is in no comment. */
export function commentBefore({ placed, offset }: CompletionRequest): string | undefined {
  if (!placed || placed.block.kind === 'frontMatter') return undefined;
  const { text } = placed.block;
  const at = offset - placed.from;
  const start = at < 4 ? -1 : text.lastIndexOf('<!--', at - 4);
  if (start < 0) return undefined;
  const inside = text.slice(start + 4, at);
  return inside.includes('-->') ? undefined : inside;
}

/** Whether the place is in what somebody says: behind a header line, and in no comment. */
export function isInText(request: CompletionRequest): boolean {
  const { placed, offset, before } = request;
  if (placed?.block.kind !== 'entry' || offset - before.length === placed.from) return false;
  return commentBefore(request) === undefined;
}

/** Whether an offset of an entry, counted from its start, is inside an address, a link or a picture. */
export function isInAddress({ block }: PlacedBlock, at: number): boolean {
  if (block.kind !== 'entry') return false;
  return marksOf(block).some(
    ({ kind, span }) => ['url', 'link', 'image'].includes(kind) && span.from < at && at < span.to,
  );
}

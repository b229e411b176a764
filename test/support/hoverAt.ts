import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import type { FeatureContext } from '../../server/src/features/feature.js';
import { hover } from '../../server/src/features/hover.js';
import type { ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from './archiveContext.js';
import { readMarkers, showRanges } from './markers.js';

/** What surrounds the place that is rested on. */
export interface HoverSurroundings extends Surroundings {
  /** Parts of the context that are other than usual. */
  readonly context?: Partial<FeatureContext>;
  /** The texts of the other logs of the archive. */
  readonly others?: readonly string[];
}

/** What a hover says at `<|>` in a log; it must speak of what stands between `<[` and `]>`. `undefined` where there is none. */
export async function hoverAt(
  marked: string,
  { context, others = [], ...surroundings }: HoverSurroundings = {},
): Promise<string | undefined> {
  const { text, cursors, ranges } = readMarkers(marked);
  const logs = readLogs([text, ...others]);
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, cursors[0] ?? 0) };
  const found = await hover.answer(document, params, { ...archiveContext(logs, surroundings), ...context });
  assert.equal(showRanges(text, found?.range ? [toSpan(document, found.range)] : []), showRanges(text, ranges));
  const contents = found?.contents;
  assert.ok(contents === undefined || (typeof contents === 'object' && 'kind' in contents));
  return contents?.value;
}

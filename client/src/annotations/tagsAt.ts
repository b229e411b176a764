import type { AnnotationsOfLog } from './protocol.js';

/** The tags of the entry whose header is on a line, each once. */
export function tagsAt(annotations: AnnotationsOfLog | undefined, headerLine: number): readonly string[] {
  const tags = annotations?.tags.filter(({ header }) => header.start.line === headerLine) ?? [];
  return [...new Set(tags.flatMap(({ names }) => names.map(({ name }) => name)))];
}

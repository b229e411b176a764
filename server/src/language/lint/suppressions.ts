import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { Sign } from '../syntax/signs.js';

/** A comment in the log that keeps rules quiet, such as `<!-- chatlog-disable-next-line time-order -->`. */
interface Suppression {
  /** The rules' ids; none for all rules. */
  readonly ruleIds: readonly string[];
  /** `true` for the whole log, else for the line behind the comment alone. */
  readonly wholeLog: boolean;
  /** Where the comment ends. */
  readonly to: number;
}

const COMMENT = /<!--\s*chatlog-disable(?<next>-next-line)?(?<rules>(?:[\s,]+[a-z]+(?:-[a-z]+)*)*)\s*-->/g;

const inChunk = perChunk((chunk): readonly Suppression[] => {
  const found: Suppression[] = [];
  if ((chunk.signs & Sign.angle) === 0) return found;
  let from = 0;
  for (const { kind, text, signs } of chunk.blocks) {
    // The comment is rare, so most blocks are done with a search for its word.
    if (kind !== 'frontMatter' && signs & Sign.angle && text.includes('chatlog-disable')) {
      for (const match of text.matchAll(COMMENT)) {
        const { next, rules = '' } = match.groups ?? {};
        found.push({
          ruleIds: rules.split(/[\s,]+/).filter((id) => id !== ''),
          wholeLog: next === undefined,
          to: from + match.index + match[0].length,
        });
      }
    }
    from += text.length;
  }
  return found;
});

/** A test whether a comment in the log keeps a rule quiet at an offset. */
export function suppressionsOf(document: ChatDocument): (ruleId: string, offset: number) => boolean {
  const quietInLog: Suppression[] = [];
  const quietOnLine = new Map<number, Suppression[]>();
  for (const { chunk, from } of document.chunks()) {
    for (const suppression of inChunk(chunk)) {
      if (suppression.wholeLog) quietInLog.push(suppression);
      else {
        const line = document.positionAt(from + suppression.to).line + 1;
        quietOnLine.set(line, [...(quietOnLine.get(line) ?? []), suppression]);
      }
    }
  }
  if (quietInLog.length === 0 && quietOnLine.size === 0) return () => false;
  return (ruleId, offset) =>
    [...quietInLog, ...(quietOnLine.get(document.positionAt(offset).line) ?? [])].some(
      ({ ruleIds }) => ruleIds.length === 0 || ruleIds.includes(ruleId),
    );
}

import { type LintOptions, lint } from '../lint/engine.js';
import type { Diagnostic, Fix } from '../lint/rule.js';
import { ChatDocument } from '../syntax/document.js';
import { applyChanges, type TextChange } from '../text/span.js';

/** One fix may make room for another; more rounds than this are never needed by honest rules. */
const MOST_ROUNDS = 10;

/**
 * The changes of each finding's first fix, in the order of the text. One that overlaps an earlier one is left for
 * another round, so that together they can be applied at once.
 */
export function firstFixes(
  diagnostics: readonly Diagnostic[],
  wanted: (fix: Fix) => boolean = () => true,
): readonly TextChange[] {
  // In the order of the text, none overlapping another, so that a look at the neighbours is enough.
  const taken: TextChange[] = [];
  const joined = new Map<TextChange, string>();
  for (const { ruleId, fixes } of diagnostics) {
    const fix = fixes?.[0];
    if (!fix || !wanted(fix)) continue;
    const joins = (other: TextChange): boolean => fix.joins === true && joined.get(other) === ruleId;
    if (fix.changes.some((change) => isTaken(change, taken, joins))) continue;
    for (const change of fix.changes) {
      taken.splice(placeOf(change, taken), 0, change);
      if (fix.joins) joined.set(change, ruleId);
    }
  }
  return taken;
}

/** How many of the changes, which are in order, begin at or before another. */
function placeOf({ from }: TextChange, ordered: readonly TextChange[]): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as TextChange).from <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether a change overlaps one that is taken. So do two insertions at one place, as which comes first would be chance, but for
 * those that it `joins`.
 */
function isTaken(change: TextChange, taken: readonly TextChange[], joins: (other: TextChange) => boolean): boolean {
  const place = placeOf(change, taken);
  const before = taken[place - 1];
  const behind = taken[place];
  return (
    (before !== undefined && ((before.from === change.from && !joins(before)) || change.from < before.to)) ||
    (behind !== undefined && behind.from < change.to)
  );
}

/** What has to change so that nothing is left that can be fixed safely; nothing where that is so already. */
export function fixSafely(document: ChatDocument, options: LintOptions): readonly TextChange[] {
  const once = firstFixes(lint(document, options), ({ safe }) => safe);
  if (once.length === 0) return [];
  let text = applyChanges(document.text, once);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const next = ChatDocument.parse(document.uri, document.version, text);
    const changes = firstFixes(lint(next, options), ({ safe }) => safe);
    if (changes.length === 0) return round === 1 ? once : [difference(document.text, text)];
    text = applyChanges(text, changes);
  }
  return [difference(document.text, text)];
}

/** The one change that makes a text another: what stands between their common beginning and end. */
function difference(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < most - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

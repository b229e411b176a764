import { shiftSpan } from '../../text/span.js';
import type { Finding } from '../rule.js';

/** The same finding, `distance` code units further on, with its other places and its fixes. */
export function shiftFinding(finding: Finding, distance: number): Finding {
  if (distance === 0) return finding;
  return {
    ...finding,
    ...shiftSpan(finding, distance),
    ...(finding.related && {
      related: finding.related.map((related) => ({ ...related, ...shiftSpan(related, distance) })),
    }),
    ...(finding.fixes && {
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        changes: fix.changes.map((change) => ({ ...change, ...shiftSpan(change, distance) })),
      })),
    }),
  };
}

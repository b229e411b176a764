import { keptForLast } from '../keptForLast.js';
import { noSpeakerNames } from '../people/people.js';
import { type Entry, perBlock } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { logDay } from './logDay.js';
import type {
  Diagnostic,
  EntryRule,
  Files,
  Finding,
  LogFacts,
  Rule,
  RuleContext,
  RuleOptions,
  Severities,
} from './rule.js';
import { rules } from './rules/index.js';
import { shiftFinding } from './support/shiftFinding.js';
import { suppressionsOf } from './suppressions.js';

/** What the user has set, and what can be seen beside the log. */
export interface LintOptions extends RuleOptions {
  readonly severities: Severities;
  readonly files: Files;
}

/** What holds where nothing is set, and no file can be looked at. */
export const defaultLintOptions: LintOptions = {
  severities: {},
  requiredKeys: ['layout', 'title', 'date', 'author', 'tag'],
  imageFolders: {},
  speakers: noSpeakerNames,
  root: undefined,
  files: { exists: () => undefined, neighbour: () => undefined },
};

/** A finding and the rule it comes from. */
interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

const entryRules: readonly EntryRule[] = rules.filter((rule) => rule.scope === 'entry');
const documentRules = rules.filter((rule) => rule.scope === 'document');

/** The signs that any entry rule looks for. */
const signsOfRules = entryRules.reduce((signs, rule) => signs | rule.signs, 0);

/** What the entry rules find in an entry: looked for once, kept as long as the facts hold. */
const findingsPerEntry = perBlock((entry: Entry) =>
  keptForLast((facts: LogFacts): readonly Found[] => {
    const found: Found[] = [];
    for (const rule of entryRules) {
      if ((entry.signs & rule.signs) === 0) continue;
      for (const finding of rule.check(entry, facts)) found.push({ rule, finding });
    }
    return found;
  }),
);

/** What the entry rules find in a chunk, its places counted from its start. */
const findingsPerChunk = perChunk((chunk) =>
  keptForLast((facts: LogFacts): readonly Found[] => {
    const found: Found[] = [];
    let from = 0;
    for (const block of chunk.blocks) {
      if (block.kind === 'entry' && block.signs & signsOfRules) {
        for (const { rule, finding } of findingsPerEntry(block)(facts)) {
          found.push({ rule, finding: shiftFinding(finding, from) });
        }
      }
      from += block.text.length;
    }
    return found;
  }),
);

const factsOfDay = new Map<string | undefined, LogFacts>();

/** The facts of a log: one object for logs of the same day, so that findings can be kept by it. */
function factsOf(document: ChatDocument): LogFacts {
  const day = logDay(document);
  let facts = factsOfDay.get(day);
  if (!facts) {
    facts = { day };
    factsOfDay.set(day, facts);
  }
  return facts;
}

/** Everything the rules find in a log, in the order of the text. Work after an edit is that of the chunk it touched. */
export function lint(document: ChatDocument, options: LintOptions = defaultLintOptions): readonly Diagnostic[] {
  const { severities, files } = options;
  const context: RuleContext = { facts: factsOf(document), options, files };
  const isQuiet = suppressionsOf(document);
  const diagnostics: Diagnostic[] = [];
  const add = ({ rule, finding }: Found): void => {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity !== 'off' && !isQuiet(rule.id, finding.from)) {
      diagnostics.push({ ...finding, ruleId: rule.id, severity });
    }
  };
  for (const rule of documentRules) {
    if (severities[rule.id] === 'off') continue;
    for (const finding of rule.check(document, context)) add({ rule, finding });
  }
  for (const { chunk, from } of document.chunks()) {
    for (const { rule, finding } of findingsPerChunk(chunk)(context.facts)) {
      add({ rule, finding: shiftFinding(finding, from) });
    }
  }
  return diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
}

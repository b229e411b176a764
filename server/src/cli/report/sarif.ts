import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../../l10n/l10n.js';
import {
  type ChatDocument,
  type Diagnostic,
  type Fix,
  type Rule,
  rules,
  type Severity,
  type Span,
} from '../../language/index.js';
import type { CheckedLog, Look, Report } from './report.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

const indexOfRule = new Map(rules.map(({ id }, index) => [id, index]));

/** What was found as SARIF 2.1.0, for GitHub's code scanning and other tools: one run, a result on each line. */
export function sarifReport({ version }: Look): Report {
  const driver = {
    name: 'chatlog',
    version,
    rules: rules.map(descriptor),
  };
  const head = { $schema: SCHEMA, version: '2.1.0' };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits' };
  return {
    begin: () => `${opened(head)},"runs":[${opened(run)},"results":[`,
    first: '\n',
    between: ',\n',
    log: (checked) => checked.diagnostics.map((found) => JSON.stringify(result(checked, found))).join(',\n'),
    end: (_totals, empty) => `${empty ? '' : '\n'}]}]}\n`,
  };
}

/** The object as JSON, without the brace that closes it. */
const opened = (object: object): string => JSON.stringify(object).slice(0, -1);

function descriptor({ id, title, why, severity }: Rule): object {
  return {
    id,
    shortDescription: { text: say({ template: title, values: [] }) },
    fullDescription: { text: why },
    help: { text: why },
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function result({ path, document }: CheckedLog, found: Diagnostic): object {
  const { ruleId, severity, message, related, fixes } = found;
  const artifactLocation = { uri: uriOf(path) };
  const location = (span: Span): object => ({ physicalLocation: { artifactLocation, region: region(document, span) } });
  return {
    ruleId,
    ruleIndex: indexOfRule.get(ruleId),
    level: LEVEL[severity],
    message: { text: say(message) },
    locations: [location(found)],
    ...(related &&
      related.length > 0 && {
        relatedLocations: related.map((place) => ({ ...location(place), message: { text: say(place.message) } })),
      }),
    ...(fixes && fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(document, artifactLocation, fix)) }),
  };
}

function fixOf(document: ChatDocument, artifactLocation: object, { title, changes }: Fix): object {
  const replacements = changes.map((change) => ({
    deletedRegion: region(document, change),
    ...(change.insert !== '' && { insertedContent: { text: change.insert } }),
  }));
  return { description: { text: say(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

function region(document: ChatDocument, { from, to }: Span): object {
  const start = document.positionAt(from);
  const end = document.positionAt(to);
  return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

/** The path as a URI: relative ones stay so, so that they count from wherever the tool that reads them takes the root. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

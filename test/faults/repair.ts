import {
  applyChanges,
  ChatDocument,
  type Diagnostic,
  defaultLintOptions,
  type Fix,
  type LintOptions,
  lint,
} from '../../server/src/language/index.js';

const FOLDER = 'file:///logs/';

/** Options under which every picture is in its folder but the one whose file has this name. */
function withFiles(missing: string | undefined): LintOptions {
  const exists = (uri: string): boolean => missing === undefined || !uri.endsWith(missing);
  return { ...defaultLintOptions, root: FOLDER, files: { exists, neighbour: () => undefined } };
}

/** Reads a log under its name. */
export const read = (path: string, text: string): ChatDocument =>
  ChatDocument.parse(FOLDER + path.split('/').map(encodeURIComponent).join('/'), 1, text);

/** What the rules find in a log. `missing` names the one picture that is not in its folder; `folders` maps addresses. */
export function findIn(
  path: string,
  text: string,
  missing?: string,
  folders: Readonly<Record<string, string>> = {},
): readonly Diagnostic[] {
  return lint(read(path, text), { ...withFiles(missing), imageFolders: folders });
}

/** Errors and warnings. */
export const alarmsOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');

/** The text after the first fix of each finding where that is safe, as on save; one that would touch another waits. */
export function fixSafely(text: string, diagnostics: readonly Diagnostic[]): string {
  const taken: Fix['changes'][number][] = [];
  for (const { fixes } of diagnostics) {
    const [fix] = fixes ?? [];
    if (!fix?.safe) continue;
    const clash = fix.changes.some(({ from, to }) =>
      taken.some((other) => (from < other.to && other.from < to) || (from === other.from && to === other.to)),
    );
    if (!clash) taken.push(...fix.changes);
  }
  return applyChanges(text, taken);
}

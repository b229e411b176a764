import { readdirSync } from 'node:fs';
import { projectRoot } from './built.js';
import { projectFiles, readProjectFile } from './projectFiles.js';

/** A pattern of `.vscodeignore`: `*` within a folder, `**` across folders. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  return new RegExp(`^${source}$`);
}

/** The paths of the files that go into the extension's package: of each, the last pattern that speaks of it decides. */
export function shippedFiles(): readonly string[] {
  const patterns = readProjectFile('.vscodeignore')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ back: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }));
  const dist = (readdirSync(`${projectRoot}/dist`, { recursive: true }) as string[]).map(
    (path) => `dist/${path.replaceAll('\\', '/')}`,
  );
  return [...projectFiles(), ...dist].filter(
    (path) => patterns.findLast(({ pattern }) => pattern.test(path))?.back ?? true,
  );
}

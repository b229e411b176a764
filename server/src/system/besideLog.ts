import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Files, isLogName } from '../language/index.js';

/** The files beside logs, looked at when a rule asks, and remembered for the next. */
export function besideLog(): Files {
  const present = new Map<string, boolean>();
  const names = new Map<string, readonly string[]>();

  const namesIn = (folder: string): readonly string[] => {
    let found = names.get(folder);
    if (!found) {
      found = readdirSync(folder).filter(isLogName).sort();
      names.set(folder, found);
    }
    return found;
  };

  return {
    exists(uri) {
      let there = present.get(uri);
      if (there === undefined) {
        const path = pathOf(uri);
        if (path === undefined) return undefined;
        there = existsSync(path);
        present.set(uri, there);
      }
      return there;
    },
    neighbour(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      try {
        const folder = dirname(path);
        const own = basename(path);
        const others = namesIn(folder).filter((name) => name !== own);
        const name = others.findLast((other) => other < own) ?? others[0];
        return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

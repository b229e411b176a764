// How to call npm: the one that called us, or the one on the PATH.

import path from 'node:path';
import process from 'node:process';

/**
 * Program and arguments that run npm.
 * @param {string[]} args
 * @param {string} [node] The Node that npm runs on. Absent: ours.
 */
export function npmCommand(args, node = process.execPath) {
  const script = process.env.npm_execpath ?? '';
  // Another package manager sets this variable too.
  return path.basename(script) === 'npm-cli.js' ? [node, script, ...args] : ['npm', ...args];
}

// Runs a long command so that somebody who waits sees what is going on and for how long.

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Complaint } from './complaint.mjs';

const shownLines = 20;

/**
 * @typedef {object} LongCommand
 * @property {string} title What is being done, as in `Installing packages`.
 * @property {string[]} command Program and arguments.
 * @property {string} log File that gets the command's output.
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Runs the command and resolves when it has succeeded. Where it fails, the complaint shows the end of its output.
 * @param {LongCommand} options
 */
export async function runWithProgress({ title, command, log, cwd, env }) {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const output = openSync(log, 'w');
  const ticker = startTicker(title, elapsed);
  try {
    const code = await exitCode(command, { cwd, env, stdio: ['ignore', output, output] });
    if (code !== 0) throw new Complaint(`${title} failed. ${log} says:\n${await lastLines(log)}`);
    ticker.end(`${title}: done in ${elapsed()}.`);
  } finally {
    ticker.end();
    closeSync(output);
  }
}

/**
 * On a terminal one line that counts; elsewhere, as in a log of CI, a new line now and then.
 * @param {string} title
 * @param {() => string} elapsed
 */
function startTicker(title, elapsed) {
  const terminal = process.stdout.isTTY;
  if (!terminal) console.log(`${title} …`);
  const show = terminal
    ? () => process.stdout.write(`\r\x1b[K${title} … ${elapsed()}`)
    : () => console.log(`${title} … ${elapsed()}`);
  const timer = setInterval(show, terminal ? 1_000 : 20_000);
  let ended = false;
  const end = (/** @type {string} */ message = '') => {
    if (ended) return;
    ended = true;
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\x1b[K');
    if (message) console.log(message);
  };
  return { end };
}

/**
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function exitCode([program = '', ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    child.once('error', (error) => reject(new Complaint(`${program} could not be started: ${error.message}`)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} file */
async function lastLines(file) {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.slice(-shownLines).join('\n');
}

// An error that the reader can act on: shown as one sentence, without a stack.

import process from 'node:process';

/** Something that is missing or wrong outside the project; the message says what to do about it. */
export class Complaint extends Error {}

/**
 * Runs a program's main function. A complaint is printed as it is and ends in exit code 1; anything else is a bug and
 * shows its stack.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Complaint ? error.message : error);
    process.exitCode = 1;
  }
}

import { serveIfThread } from './cli/checkThread.js';
import { run } from './cli/main.js';

if (!serveIfThread()) runProgram();

function runProgram(): void {
  // Whoever reads the output may stop before its end, as `head` does.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));
  process.stderr.on('error', () => {});

  run(process.argv.slice(2), {
    // Opened only by a command that reads it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    version: VERSION,
    program: __filename,
  }).then((code) => {
    process.exitCode = code;
  });
}

import { say, setLocale } from '../l10n/l10n.js';
import { message } from '../language/index.js';
import { InputError } from '../system/inputError.js';
import { processLocale } from '../system/processLocale.js';
import { type Command, type Io, UsageError } from './command.js';
import { commands } from './commands/index.js';
import { terminalText } from './report/terminalText.js';

/**
 * Runs one command line, given without the program's name, and tells the exit code: 0 nothing to report, 1 something was
 * found, 2 it could not run. Findings go to `io.stdout`, trouble to `io.stderr`.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  setLocale(processLocale(io.env));
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      io.stdout.write(await usage());
      return name === undefined ? 2 : 0;
    }
    if (name === '--version') {
      io.stdout.write(`${io.version}\n`);
      return 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(message('There is no command “{0}”. See “chatlog --help”.', name));
    const command = await load();
    if (asksForHelp(rest)) {
      io.stdout.write(usageOf(command));
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    const text = error instanceof InputError ? say(error.text) : String(error);
    const place = error instanceof InputError && error.place ? `${error.place}: ` : '';
    io.stderr.write(`chatlog: ${terminalText(place + text)}\n`);
    return 2;
  }
}

/** Whether help is asked for; behind `--` there are only names of files. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = table(all.map(({ synopsis, summary }) => [synopsis, say(summary)]));
  return `${say(message('Usage: {0}', 'chatlog COMMAND …'))}\n\n${lines}`;
}

function usageOf({ synopsis, summary, options }: Command): string {
  const rows = Object.entries(options).map(([name, { value, summary: what }]): readonly [string, string] => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    say(what),
  ]);
  rows.push(['--help', say(message('Show this help.'))]);
  return `${say(message('Usage: {0}', `chatlog ${synopsis}`))}\n\n${say(summary)}\n\n${table(rows)}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `  ${head.padEnd(width)}  ${text}\n`).join('');
}

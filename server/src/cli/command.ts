import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Message, message } from '../language/index.js';
import { InputError } from '../system/inputError.js';

/** A stream that text is written to. */
export interface Out {
  /** `false` asks to wait for `drain` before more is written. */
  write(text: string | Uint8Array): unknown;
  once?(event: 'drain', listener: () => void): unknown;
  /** Whether a person reads it on a terminal. */
  readonly isTTY?: boolean;
}

/** The world as a command sees it. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: Out;
  readonly stderr: Out;
  /** The version of the program. */
  readonly version: string;
  /** The file of the program, which also serves as a worker thread; absent where there is none. */
  readonly program?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** An option of a command, as `parseArgs` takes it and as `--help` shows it. */
export interface Option {
  readonly type: 'boolean' | 'string';
  /** What its value is called in `--help`, where it has one. */
  readonly value?: string;
  readonly summary: Message;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly synopsis: string;
  readonly summary: Message;
  readonly options: Readonly<Record<string, Option>>;
  /** Runs it with what follows its name and tells the exit code. Throws {@link InputError} where it can't run. */
  run(argv: readonly string[], io: Io): Promise<number>;
}

/** The command was not called as it can be. */
export class UsageError extends InputError {
  override readonly name = 'UsageError';
}

/** Reads options and operands; throws {@link UsageError} where one is unknown or lacks its value. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException;
    const [option = ''] = /(?<=')--?[^'\s]+/.exec(reason) ?? [];
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? message('There is no option “{0}”.', option)
        : message('The option “{0}” is not used right: see “--help”.', option),
    );
  }
}

/** The output format asked for, `text` where none is. Throws {@link UsageError} for one that is not known. */
export function readFormat<Format extends string>(asked: string | undefined, known: readonly Format[]): Format {
  const format = known.find((candidate) => candidate === (asked ?? 'text'));
  if (!format) {
    throw new UsageError(message('There is no format “{0}”; it can be {1}.', asked ?? '', known.join(', ')));
  }
  return format;
}

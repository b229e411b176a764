/** The language tag of the user's messages, as POSIX programs find it; `undefined` where the environment names none. */
export function processLocale(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || undefined;
}

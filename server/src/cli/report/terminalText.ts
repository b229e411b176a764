/**
 * A text that holds words of a log, or a path, as a terminal may be given it: a space for each control character, and for
 * each one that turns the direction of writing, so that nothing is run and nothing seems to stand elsewhere.
 */
export function terminalText(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

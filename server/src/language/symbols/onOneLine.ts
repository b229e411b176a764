/** As much of a text as a line of an outline shows, in UTF-16 code units. */
const LONGEST = 48;
/** What would break a line, or can't be seen. */
const UNSEEN = /[\p{Cc}\u2028\u2029]+/gu;

/** The beginning of a text, as one line. */
export function onOneLine(text: string): string {
  if (text.length <= LONGEST) return text.replace(UNSEEN, ' ');
  const cut = isHighSurrogate(text.charCodeAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  return `${text.slice(0, cut).replace(UNSEEN, ' ')}…`;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

import { readHeader, readNearMiss } from '../syntax/header.js';

/** Comments, the beginnings of damaged ones that a rule would mend, and ends of comments. */
const COMMENT = /([<＜])( ?)(\\*)([!！])( ?)((?:\\*[-—–－]){1,3})|((?:\\*-){2})(\\*)>/gu;
/** Dashes and the like alone on a line: Markdown makes a heading of what stands above, or a rule, and they are gone. */
const RULE_LINE = /^[ \t]{0,3}(?:(?:\\*-)+|(?:\\*=)+|(?:\\*[*_-][ \t]*){3,})$/u;

/**
 * A line that somebody said, written so that it is read as text: by us, and by the site, where it looks the same. Where
 * it might be taken for a header, a comment or a rule, signs get a backslash, which Markdown takes away again; those that
 * Markdown knows no backslash for become numeric references. Nothing is left out.
 */
export function escapeLine(line: string): string {
  if (RULE_LINE.test(line.trimEnd()))
    return line.replace(/(\\*)([-=*_])/gu, (_, slashes, sign) => escaped(slashes, sign));
  return escapeHeader(escapeComments(line));
}

/** With its backslashes twice, a sign is what it was. */
const escaped = (slashes: string, sign: string): string =>
  sign.charCodeAt(0) < 0x80 ? `${slashes}${slashes}\\${sign}` : `${slashes}&#${sign.codePointAt(0)};`;

function escapeComments(line: string): string {
  if (!/[<＜] ?\\*[!！]|->|-\\+>/u.test(line)) return line;
  return line.replace(COMMENT, (...match) => {
    const [, less, gap, slashes, mark, space, dashes, end, before] = match as unknown as string[];
    const each = (text = ''): string =>
      text.replace(/(\\*)([-—–－])/gu, (_, own, sign) => (sign === '-' ? escaped(own, sign) : own + sign));
    return end === undefined
      ? `${less}${gap}${escaped(slashes ?? '', mark ?? '')}${space}${each(dashes)}`
      : `${each(end)}${escaped(before ?? '', '>')}`;
  });
}

/** What may stand before the sign that makes a header of a line. */
const HEADER_START = /^(?<start>\s*)(?<slashes>\\*)>/u;

function escapeHeader(line: string): string {
  const [, start = '', slashes = ''] = HEADER_START.exec(line) ?? [];
  const bare = start + line.slice(start.length + slashes.length);
  if (readHeader(bare, 0, bare.length)) return start + escaped(slashes, '>') + bare.slice(start.length + 1);
  const miss = readNearMiss(bare, 0, bare.length);
  if (!miss) return line;
  if (bare.startsWith('>', start.length)) return start + escaped(slashes, '>') + bare.slice(start.length + 1);
  // Behind another mark, or none, it is the time that makes it look like a header.
  const at = bare.slice(miss.header.time.from).search(/[:：.．]/u) + miss.header.time.from;
  return bare.slice(0, at) + escaped('', bare.charAt(at)) + bare.slice(at + 1);
}

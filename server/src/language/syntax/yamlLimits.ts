/** Nobody nests deeper by hand; the `yaml` package recurses, and ends the process where the stack is full. */
const MOST_NESTING = 64;
/** Longer lines, in UTF-16 code units, take the package a time that grows with their square. */
const LONGEST_LINE = 8192;

/** Whether a text can be given to the `yaml` package: neither nested beyond all reason nor with endless lines. */
export function isWithinYamlLimits(text: string): boolean {
  let depth = 0;
  let indicators = 0;
  let lineStart = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x0a: // \n
      case 0x0d: // \r
        lineStart = i + 1;
        indicators = 0;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > MOST_NESTING) return false;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (depth > 0) depth--;
        break;
      case 0x2d: // -
      case 0x3f: // ?
      case 0x3a: // :
        if (text.charCodeAt(i + 1) === 0x20 && ++indicators > MOST_NESTING) return false;
        break;
    }
    if (i - lineStart > LONGEST_LINE) return false;
  }
  return true;
}

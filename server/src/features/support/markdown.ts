import type { Part, Piece } from './hoverContent.js';

/** The parts of a hover as Markdown. Whatever stands in a text is shown as that text. */
export function markdownOf(parts: readonly Part[]): string {
  return parts.map(partInMarkdown).join('\n\n');
}

/** The parts of a hover for clients that take no Markdown; of a picture, what it would be read as. */
export function plainTextOf(parts: readonly Part[]): string {
  return parts.map(partInPlainText).join('\n');
}

function partInMarkdown(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `**${escaped(part.text).trim()}**`;
    case 'line':
      return lineInMarkdown(part.pieces);
    case 'list':
      return part.items.map((pieces) => `- ${lineInMarkdown(pieces)}`).join('\n');
    case 'example':
      return `\`\`\`yaml\n${part.yaml}\n\`\`\``;
    case 'picture': {
      // VS Code takes what follows a bar for the size, and loads neither in other editors.
      const size = part.width === undefined ? '' : `|width=${part.width}`;
      return `![${alternative(part.alt)}](${encoded(part.uri)}${size})`;
    }
  }
}

const lineInMarkdown = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? escaped(piece) : `[${inLink(piece.text)}](${encoded(piece.target)})`))
    .join('')
    .trim();

function partInPlainText(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return part.text;
    case 'line':
      return lineInPlainText(part.pieces);
    case 'list':
      return part.items.map((pieces) => `- ${lineInPlainText(pieces)}`).join('\n');
    case 'example':
      return part.yaml;
    case 'picture':
      return part.alt;
  }
}

/** Of links the text, and the address where that is a web page's: what leads to a place in a log can't be followed here. */
const lineInPlainText = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return /^https?:/i.test(piece.target) && piece.text !== piece.target
        ? `${piece.text}: ${piece.target}`
        : piece.text;
    })
    .join('');

// What means something anywhere in a line, and what makes an address of a text that is none of ours.
const MARKUP = /[\\`*_{}[\]<>&|~$]|:(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@/gi;
// What means something at the start of a line only.
const AT_START = /^(\s*)([#=+-]|\d+(?=[.)]))/;

/** A text for Markdown, where it is shown as it is: markup, HTML, and line breaks in it mean nothing. */
export function escaped(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(MARKUP, '\\$&')
    .replace(AT_START, (_, space: string, mark: string) => space + (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A text for a link's text: VS Code's reader takes the backslashes before brackets away, and reads what is left once more. */
const inLink = (text: string): string => escaped(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');

/**
 * A text for a picture's alternative: VS Code reads it out with every backslash that escapes something, so what would mean
 * something there is replaced by what looks like it.
 */
const alternative = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[[\]<>&\\`]/g, (mark) => LIKE[mark] ?? mark);

const LIKE: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '<': '‹',
  '>': '›',
  '&': '＆',
  '\\': '/',
  '`': '’',
};

/** An address with those characters encoded that would end it, in Markdown or in VS Code's notation of sizes. */
function encoded(address: string): string {
  return address.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not stand in an address.
    /[\u0000-\u0020\u007f()<>|\\`"'[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

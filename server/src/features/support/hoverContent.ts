/** A stretch of a line: text, or text that leads to an address. Nothing in it is escaped. */
export type Piece = string | { readonly text: string; readonly target: string };

/** A part of a hover. Nothing in it is escaped. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  /** Some lines of YAML; they are ours, never a log's. */
  | { readonly kind: 'example'; readonly yaml: string }
  /** Its URI can stand in Markdown as it is; `width` in pixels, absent where it is to be shown as wide as it is. */
  | { readonly kind: 'picture'; readonly alt: string; readonly uri: string; readonly width: number | undefined };

/** Text, with a link where there is somewhere to go. */
export const linked = (text: string, target: string | undefined): Piece =>
  target === undefined ? text : { text, target };

// Bidirectional controls are among them: left open, they would turn around what follows.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The beginning of a text of the log on one line, for people to read: at most `most` UTF-16 code units and an ellipsis. */
export function shortened(text: string, most = 80): string {
  const cut = text.length > most ? text.slice(0, most) : text;
  const shown = cut
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(UNSEEN, ' ')
    .trim();
  return text.length > most ? `${shown}…` : shown;
}

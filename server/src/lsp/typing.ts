import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { ChatDocument } from '../language/index.js';

/** More than an input method commits at a time is no typing, but a paste or an edit of the editor's own. */
const MOST_TYPED = 16;

/**
 * Which line of each log is being typed on. A header or a comment that is half written is not wrong yet, so nothing is said
 * of it until somebody changes something else, leaves the line, or, where the editor does not tell that, rests for a while.
 */
export class TypingLines {
  /** The line for each version of a log that came of typing; other versions have none. */
  readonly #lines = new WeakMap<ChatDocument, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `rest`: how long in milliseconds a pause of typing is; `onRest` is told the log when it has passed. */
  constructor(
    private readonly rest: number,
    private readonly onRest: (uri: string) => void,
  ) {}

  /** The line of this version that is being typed on; `undefined` where none is. */
  lineOf(document: ChatDocument): number | undefined {
    return this.#lines.get(document);
  }

  /** Takes note of how a version came about. `pauses`: whether a pause ends the typing. */
  changed(document: ChatDocument, changes: readonly TextDocumentContentChangeEvent[], pauses: boolean): void {
    const line = typedLine(document, changes);
    this.forget(document);
    if (line === undefined) return;
    this.#lines.set(document, line);
    if (pauses)
      this.#timers.set(
        document.uri,
        setTimeout(() => this.leave(document), this.rest),
      );
  }

  /** The log is closed: nobody types on it any more. */
  forget({ uri }: ChatDocument): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  /** The line is left; the log is as it was, and all of it may be spoken of. */
  leave(document: ChatDocument): void {
    this.forget(document);
    if (this.#lines.delete(document)) this.onRest(document.uri);
  }
}

/** The line of a single change that adds or takes a little at the end of its line, or of the comment that ends there. */
function typedLine(document: ChatDocument, changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const [change, more] = changes;
  if (!change || more || !('range' in change)) return undefined;
  const { start, end } = change.range;
  const removed = end.line === start.line ? end.character - start.character : Number.POSITIVE_INFINITY;
  if (removed > 1 || (removed === 1 && change.text !== '')) return undefined;
  if (change.text.length > MOST_TYPED || /[\r\n]/.test(change.text)) return undefined;
  const from = document.offsetAt({ line: start.line, column: start.character + change.text.length });
  const to = document.offsetAt({ line: start.line, column: Number.MAX_SAFE_INTEGER });
  return ['', '-->'].includes(document.slice({ from, to }).trim()) ? start.line : undefined;
}

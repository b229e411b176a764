import * as vscode from 'vscode';
import { movedLine } from './movedLine.js';

/** A note that is being written, on words or at a cursor. */
interface BegunNote {
  readonly document: vscode.TextDocument;
  /** Where VS Code was asked to open it. */
  readonly place: vscode.Range;
  /** Empty where the note is on the whole entry. */
  readonly words: vscode.Range;
  readonly text: string;
}

/**
 * Remembers on which words notes are being written: VS Code opens them below another line where there is a thread on this
 * one, and does not follow what is typed before the words.
 */
export class BegunNotes {
  #notes: readonly BegunNote[] = [];

  add(document: vscode.TextDocument, place: vscode.Range, words: vscode.Range): void {
    const others = this.#notes.filter((note) => note.document !== document || !isSame(note.place, place));
    this.#notes = [...others, { document, place, words, text: document.getText(words) }];
  }

  move(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const moved = ({ start, end }: vscode.Range): vscode.Range =>
      new vscode.Range(movedLine(start.line, changes), start.character, movedLine(end.line, changes), end.character);
    this.#notes = this.#notes.map((note) =>
      note.document === document ? { ...note, place: moved(note.place), words: moved(note.words) } : note,
    );
  }

  forget(document: vscode.TextDocument): void {
    this.#notes = this.#notes.filter((note) => note.document !== document);
  }

  /**
   * The words that a note opened at a place is on; `undefined` for a whole entry. Throws where they are not there any more,
   * with a sentence for the user.
   */
  wordsAt(document: vscode.TextDocument, place: vscode.Range): vscode.Range | undefined {
    const begun = this.#notes.findLast((note) => note.document === document && isSame(note.place, place));
    if (!begun) return place.isEmpty || isOfLines(place) ? undefined : place;
    const { words, text } = begun;
    if (words.isEmpty) return undefined;
    if (document.getText(words) === text) return words;
    const from = document.offsetAt(new vscode.Position(words.start.line, 0));
    const at = document.getText().indexOf(text, from);
    const found = new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
    if (at < 0 || found.start.line !== words.start.line) {
      throw new Error(vscode.l10n.t('The selected words have changed: select them again.'));
    }
    return found;
  }
}

/** Whether two places are the same as VS Code hands them back: it puts the number of the line for the column they start at. */
const isSame = (one: vscode.Range, other: vscode.Range): boolean =>
  one.start.line === other.start.line && one.end.isEqual(other.end);

/** Whether a place is lines, as when it was chosen beside the text, and no words in them. */
const isOfLines = ({ start, end }: vscode.Range): boolean => start.character === 0 && end.character === 0;

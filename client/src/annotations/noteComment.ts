import * as vscode from 'vscode';
import type { Note } from './protocol.js';

/** A note as VS Code shows it. It stays the same object while the log changes, so that what is being typed stays. */
export class NoteComment implements vscode.Comment {
  body: vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  author: vscode.CommentAuthorInformation;
  label?: string;
  readonly contextValue = 'note';

  constructor(
    readonly thread: vscode.CommentThread,
    public note: Note,
  ) {
    this.body = shownText(note);
    this.author = authorOf(note);
    this.#dateFrom(note);
  }

  /** Shows the note as the log has it now; tells whether anything in it is to be seen. */
  show(note: Note): boolean {
    const isSame = saidIn(this.note) === saidIn(note);
    this.note = note;
    if (isSame) return false;
    this.author = authorOf(note);
    this.#dateFrom(note);
    if (this.mode === vscode.CommentMode.Preview) this.body = shownText(note);
    return true;
  }

  /** Lets the user change the text, or go on with what they have typed. */
  edit(text = this.note.text): void {
    this.body = new vscode.MarkdownString(text);
    this.mode = vscode.CommentMode.Editing;
  }

  /** Shows what the log says again. */
  preview(): void {
    this.body = shownText(this.note);
    this.mode = vscode.CommentMode.Preview;
  }

  // A log tells the day, not the time; a time of day that VS Code would show with it would be made up.
  #dateFrom({ date }: Note): void {
    if (date === undefined) delete this.label;
    else this.label = date;
  }
}

/** All that a note says, to be compared. */
export const saidIn = ({ date, author, text }: Note): string => JSON.stringify([date, author, text]);

const authorOf = ({ author }: Note): vscode.CommentAuthorInformation => ({
  name: author ?? vscode.l10n.t('Unsigned'),
});

/**
 * The text as Markdown that is not trusted: it runs no command. A picture is shown as a link, or it would be fetched as soon
 * as the note is seen.
 */
const shownText = ({ text }: Note): vscode.MarkdownString =>
  new vscode.MarkdownString(text.replaceAll('![', `!${WORD_JOINER}[`));

/** Can't be seen, and keeps a picture's `!` from its bracket. */
const WORD_JOINER = '\u2060';

import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import type { AnnotatedLogs } from './annotatedLogs.js';
import { noteAuthor } from './author.js';
import { BegunNotes } from './begunNotes.js';
import { localDay } from './localDay.js';
import { LogThreads, type NewThread } from './logThreads.js';
import type { NoteComment } from './noteComment.js';
import type { NoteToAdd } from './protocol.js';

/** The notes of all open logs as threads of VS Code, and what the user does with them. What can't be done rejects with a sentence. */
export class Notes implements vscode.Disposable {
  readonly #controller = vscode.comments.createCommentController('chatlog.notes', vscode.l10n.t('Notes'));
  readonly #threads = new Map<vscode.TextDocument, LogThreads>();
  readonly #begun = new BegunNotes();
  readonly #subscriptions: vscode.Disposable;
  /** A note that was just written into a log, and whose thread the log does not have yet. */
  #added: { readonly document: vscode.TextDocument; readonly thread: NewThread } | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly logs: AnnotatedLogs,
  ) {
    this.#controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('Write a note. Markdown is possible.'),
    };
    this.#offerNotes();
    this.#subscriptions = vscode.Disposable.from(
      logs.onDidChange(({ document, annotations }) => {
        const isNew = !this.#threads.has(document);
        this.#threadsOf(document).show(
          annotations,
          this.#added?.document === document ? this.#added.thread : undefined,
        );
        // VS Code does not ask again where notes can stand when a plain text becomes a log.
        if (isNew) this.#offerNotes();
      }),
      logs.onDidClose((document) => {
        this.#threads.get(document)?.dispose();
        this.#threads.delete(document);
        this.#begun.forget(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#threads.get(document)?.move(contentChanges);
        this.#begun.move(document, contentChanges);
      }),
    );
  }

  /** Opens a new note on what is selected, or on the entry at the cursor. */
  async begin({ document, selection }: vscode.TextEditor): Promise<void> {
    const found = await this.logs.current(document);
    const words = trimmed(document, selection);
    const entries = found?.entries && this.#range(found.entries);
    if (!entries?.contains(words)) {
      throw new Error(vscode.l10n.t('Put the cursor into an entry, or select words of it, to add a note.'));
    }
    const threads = this.#threadsOf(document).threads;
    const taken = new Set(threads.flatMap(({ thread }) => thread.range?.end.line ?? []));
    // On a line that has a thread already, VS Code would only open or close that one.
    let { line } = words.end;
    while (taken.has(line) && line < document.lineCount - 1) line++;
    // What is chosen beside the text ends at the start of a line, and is told apart by that.
    const place = line === words.end.line ? words : new vscode.Range(words.start, new vscode.Position(line, 1));
    this.#begun.add(document, place, words);
    await vscode.commands.executeCommand('workbench.action.addComment', { range: oneBased(place) });
  }

  /** Writes the first note of a thread, or a reply, into the log. */
  async write({ thread, text }: vscode.CommentReply): Promise<void> {
    const document = documentOf(thread);
    const note = await newNote(document, text);
    if (thread.comments.length > 0) {
      await this.logs.change(document, () => ({ kind: 'reply', note: this.#lastNoteOf(document, thread), ...note }));
      return;
    }
    const range = thread.range ?? new vscode.Range(0, 0, 0, 0);
    const quote = this.#begun.wordsAt(document, range);
    const { asRange } = this.client.code2ProtocolConverter;
    const entry = asRange(new vscode.Range(range.start, range.start));
    const change = { kind: 'addNote', entry, ...(quote && { quote: asRange(quote) }), ...note } as const;
    const applied = (): void => {
      this.#added = { document, thread: { thread, quote } };
    };
    try {
      await this.logs.change(document, () => change, applied);
    } finally {
      this.#added = undefined;
    }
  }

  /** Lets the user change a note. */
  edit(comment: NoteComment): void {
    comment.edit();
    showAgain(comment);
  }

  /** Leaves a note as it is. */
  cancelEditing(comment: NoteComment): void {
    comment.preview();
    showAgain(comment);
  }

  /** Writes the changed text of a note into the log. */
  async save(comment: NoteComment): Promise<void> {
    const document = documentOf(comment.thread);
    const text = comment.body.value;
    try {
      await this.logs.change(document, () => ({ kind: 'editNote', note: this.#placeOf(document, comment), text }));
    } catch (error) {
      // VS Code has closed the place to type in already, and opens one for another object only.
      this.#threads.get(document)?.replace(comment)?.edit(text);
      throw error;
    }
    comment.preview();
    showAgain(comment);
  }

  async delete(comment: NoteComment): Promise<void> {
    const document = documentOf(comment.thread);
    await this.logs.change(document, () => ({ kind: 'deleteNote', note: this.#placeOf(document, comment) }));
  }

  async deleteThread(thread: vscode.CommentThread): Promise<void> {
    const document = documentOf(thread);
    await this.logs.change(document, () => ({ kind: 'deleteThread', note: this.#lastNoteOf(document, thread) }));
  }

  async resolve(thread: vscode.CommentThread, resolved: boolean): Promise<void> {
    const document = documentOf(thread);
    await this.logs.change(document, () => ({ kind: 'resolve', note: this.#lastNoteOf(document, thread), resolved }));
  }

  /** The thread at the cursor. */
  async threadAt({ document, selection }: vscode.TextEditor): Promise<vscode.CommentThread> {
    await this.logs.refresh(document);
    const found = this.#threads.get(document)?.at(selection.active);
    if (!found) throw new Error(vscode.l10n.t('There are no notes here: put the cursor into an entry that has some.'));
    return found.thread;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#controller.dispose();
  }

  #offerNotes(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        const found = await this.logs.current(document);
        return { enableFileComments: false, ranges: found?.entries ? [this.#range(found.entries)] : [] };
      },
    };
  }

  #threadsOf(document: vscode.TextDocument): LogThreads {
    let threads = this.#threads.get(document);
    if (!threads) {
      threads = new LogThreads(document, this.#controller, this.client);
      this.#threads.set(document, threads);
    }
    return threads;
  }

  #placeOf(document: vscode.TextDocument, comment: NoteComment): Range {
    const isThere = this.#threads.get(document)?.threads.some(({ comments }) => comments.includes(comment));
    if (!isThere) throw gone();
    return comment.note.range;
  }

  #lastNoteOf(document: vscode.TextDocument, thread: vscode.CommentThread): Range {
    const found = this.#threads.get(document)?.threads.find((each) => each.thread === thread);
    const last = found?.source.notes.at(-1);
    if (!last) throw gone();
    return last.range;
  }

  #range(range: Range): vscode.Range {
    return this.client.protocol2CodeConverter.asRange(range);
  }
}

async function newNote({ uri }: vscode.TextDocument, text: string): Promise<NoteToAdd> {
  const author = await noteAuthor(uri);
  return { text, date: localDay(new Date()), ...(author !== undefined && { author }) };
}

function documentOf({ uri }: vscode.CommentThread): vscode.TextDocument {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document) throw gone();
  return document;
}

/** VS Code looks at comments only when they are set. */
function showAgain({ thread }: NoteComment): void {
  thread.comments = [...thread.comments];
}

/** A selection without white space at its ends. */
function trimmed(document: vscode.TextDocument, selection: vscode.Selection): vscode.Range {
  const text = document.getText(selection);
  if (text.trim() === '') return new vscode.Range(selection.active, selection.active);
  const from = document.offsetAt(selection.start) + text.length - text.trimStart().length;
  return new vscode.Range(document.positionAt(from), document.positionAt(from + text.trim().length));
}

const oneBased = ({ start, end }: vscode.Range): object => ({
  startLineNumber: start.line + 1,
  startColumn: start.character + 1,
  endLineNumber: end.line + 1,
  endColumn: end.character + 1,
});

const gone = (): Error => new Error(vscode.l10n.t('This note is not in the log any more.'));

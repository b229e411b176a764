import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { matchThreads, type ThreadTraits } from './matchThreads.js';
import { movedLine } from './movedLine.js';
import { NoteComment, saidIn } from './noteComment.js';
import type { AnnotationsOfLog, NoteThread } from './protocol.js';
import { shortened } from './shortened.js';

/** So many signs of a quote are in the label of its thread. */
const MOST = 60;

/** A thread of notes in VS Code, and what the log has for it. */
export interface LogThread {
  readonly thread: vscode.CommentThread;
  readonly source: NoteThread;
  /** The line of the entry's header, also while an edit has moved it and the server has not been heard. */
  readonly line: number;
  readonly comments: readonly NoteComment[];
}

/** A thread that VS Code opened for a new note, which the log has now. */
export interface NewThread {
  readonly thread: vscode.CommentThread;
  /** The words that the note is on. */
  readonly quote: vscode.Range | undefined;
}

/**
 * The threads of one log. They are kept while the log changes, so that they stay open or closed and a reply that is being
 * typed stays, and only what changed in them is shown anew.
 */
export class LogThreads {
  #threads: readonly LogThread[] = [];

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly controller: vscode.CommentController,
    private readonly client: BaseLanguageClient,
  ) {}

  get threads(): readonly LogThread[] {
    return this.#threads;
  }

  /** Moves the threads with their lines, until the server is heard. */
  move(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.#threads = this.#threads.map((each) => {
      const line = movedLine(each.line, changes);
      const { range } = each.thread;
      if (line === each.line || !range) return each;
      const start = Math.max(0, range.start.line + line - each.line);
      each.thread.range = new vscode.Range(
        start,
        range.start.character,
        start + range.end.line - range.start.line,
        range.end.character,
      );
      return { ...each, line };
    });
  }

  /** Shows what the log has now. A thread that VS Code opened for a new note becomes the one in the log. */
  show({ threads }: AnnotationsOfLog, added?: NewThread): void {
    const before = this.#threads;
    const matches = matchThreads(
      before.map(({ source, line }) => traitsOf(source, line)),
      threads.map((source) => traitsOf(source)),
    );
    const adopting =
      added && threads.findLastIndex((source, index) => matches[index] === undefined && canBe(source, added));
    this.#threads = threads.map((source, index) => {
      const known = before[matches[index] ?? -1];
      if (known) return this.#shown(known, source);
      const thread = index === adopting ? added?.thread : undefined;
      return this.#shown(
        { thread: thread ?? this.#make(source), source, line: source.header.start.line, comments: [] },
        source,
      );
    });
    if (added && adopting === -1) {
      // The note is the last of a thread that was there.
      const grown = this.#threads.findLast(({ source, thread }) =>
        added.quote ? thread.range?.start.isEqual(added.quote.start) : canBe(source, added),
      );
      if (grown) grown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      added.thread.dispose();
    }
    const kept = new Set(this.#threads.map(({ thread }) => thread));
    for (const { thread } of before) if (!kept.has(thread)) thread.dispose();
  }

  /** The thread that is meant at a place: the one whose comment is there, or whose words are, or that of the entry. */
  at(place: vscode.Position): LogThread | undefined {
    const { line } = place;
    const { asRange } = this.client.protocol2CodeConverter;
    const here = this.#threads.filter(({ source }) => {
      const end = source.notes.at(-1)?.range.end.line ?? source.body.end.line;
      return source.header.start.line <= line && line <= Math.max(end, source.body.end.line);
    });
    return (
      here.find(({ source }) => source.notes.some(({ range }) => asRange(range).contains(place))) ??
      here.find(({ source }) => source.quote?.range && asRange(source.quote.range).contains(place)) ??
      here.find(({ source }) => !source.quote) ??
      here[0]
    );
  }

  /** Puts a new object in place of a comment, if the log still has it. */
  replace(comment: NoteComment): NoteComment | undefined {
    const found = this.#threads.find(({ comments }) => comments.includes(comment));
    if (!found) return undefined;
    const another = new NoteComment(found.thread, comment.note);
    const comments = found.comments.map((each) => (each === comment ? another : each));
    this.#threads = this.#threads.map((each) => (each === found ? { ...found, comments } : each));
    found.thread.comments = comments;
    return another;
  }

  dispose(): void {
    for (const { thread } of this.#threads) thread.dispose();
    this.#threads = [];
  }

  #make(source: NoteThread): vscode.CommentThread {
    const thread = this.controller.createCommentThread(this.document.uri, this.#rangeOf(source), []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return thread;
  }

  #shown(known: LogThread, source: NoteThread): LogThread {
    const { thread } = known;
    const range = this.#rangeOf(source);
    if (!thread.range?.isEqual(range)) thread.range = range;
    const { comments, changed } = commentsOf(known, source);
    if (changed) thread.comments = comments;
    const state = source.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
    const contextValue = source.resolved ? 'resolved' : 'open';
    if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
    const label = labelOf(source);
    if (thread.label !== label) thread.label = label;
    return { thread, source, line: source.header.start.line, comments };
  }

  #rangeOf({ quote, body }: NoteThread): vscode.Range {
    return this.client.protocol2CodeConverter.asRange(quote?.range ?? body);
  }
}

function traitsOf({ header, quote, notes }: NoteThread, line = header.start.line): ThreadTraits {
  return { line, quote: quote?.text, said: notes.map(saidIn).join() };
}

/** Whether a new note can have become this thread. */
function canBe({ header, quote }: NoteThread, { thread: { range }, quote: words }: NewThread): boolean {
  return (
    range !== undefined && header.start.line <= range.start.line && (quote === undefined) === (words === undefined)
  );
}

/** The comments of a thread, those that say what they said as the objects that they were. */
function commentsOf(
  { thread, comments: before }: LogThread,
  { notes }: NoteThread,
): { readonly comments: readonly NoteComment[]; readonly changed: boolean } {
  const free = [...before];
  const take = (index: number): NoteComment | undefined => (index < 0 ? undefined : free.splice(index, 1)[0]);
  const same = notes.map((note) => take(free.findIndex((comment) => saidIn(comment.note) === saidIn(note))));
  let changed = before.length !== notes.length;
  const comments = notes.map((note, index) => {
    const comment = same[index] ?? take(0);
    if (!comment) return new NoteComment(thread, note);
    if (comment.show(note)) changed = true;
    return comment;
  });
  return { comments, changed: changed || comments.some((comment, index) => comment !== before[index]) };
}

function labelOf({ quote }: NoteThread): string {
  if (!quote) return vscode.l10n.t('On the whole entry');
  const words = shortened(quote.text.replaceAll('\n', ' '), MOST);
  return quote.range ? vscode.l10n.t('On “{0}”', words) : vscode.l10n.t('The words “{0}” are gone', words);
}

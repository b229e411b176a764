import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { pausing } from '../pausing.js';
import type { AnnotationChange, AnnotationsOfLog } from './protocol.js';

/** A pause in typing after which the server is asked again, in milliseconds. */
const PAUSE = 200;

/** A log and what the server says of it. */
export interface AnnotatedLog {
  readonly document: vscode.TextDocument;
  readonly annotations: AnnotationsOfLog;
}

/** The notes and tags of all open logs: asked for after edits, once for each version, and changed through the server. */
export class AnnotatedLogs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<AnnotatedLog>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  /** The notes or tags of a log may not be where they were; also fires for a log that is opened, or seen in a new editor. */
  readonly onDidChange = this.#changed.event;
  /** A log was closed, or is no log any more. */
  readonly onDidClose = this.#closed.event;
  readonly #asked = new Map<
    vscode.TextDocument,
    { readonly version: number; readonly answer: Promise<AnnotationsOfLog | null> }
  >();
  readonly #edited = new Set<vscode.TextDocument>();
  readonly #afterEdits = pausing(() => {
    for (const document of this.#edited) void this.refresh(document);
    this.#edited.clear();
  }, PAUSE);
  readonly #subscriptions: vscode.Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#closed,
      this.#afterEdits,
      vscode.workspace.onDidOpenTextDocument((document) => void this.refresh(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) void this.refresh(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#edited.delete(document);
        if (this.#asked.delete(document)) this.#closed.fire(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !isLog(document)) return;
        this.#edited.add(document);
        this.#afterEdits.start();
      }),
    );
  }

  /** Asks for the annotations of the logs that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) void this.refresh(document);
  }

  /** The annotations of a log as it stands now; `undefined` where it is none, or the server can't say. */
  async current(document: vscode.TextDocument): Promise<AnnotationsOfLog | undefined> {
    while (isLog(document) && !document.isClosed) {
      const { version } = document;
      let asked = this.#asked.get(document);
      if (asked?.version !== version) {
        asked = { version, answer: this.#ask(document) };
        this.#asked.set(document, asked);
      }
      const found = await asked.answer;
      // Something was typed meanwhile.
      if (document.version !== version) continue;
      if (found?.version === version) return found;
      // What is not an answer is not kept: the next who asks may get one.
      if (this.#asked.get(document) === asked) this.#asked.set(document, { ...asked, version: -1 });
      return undefined;
    }
    return undefined;
  }

  /** Asks for the annotations of a log and tells all who listen. */
  async refresh(document: vscode.TextDocument): Promise<void> {
    const annotations = await this.current(document);
    if (annotations && !document.isClosed) this.#changed.fire({ document, annotations });
  }

  /**
   * Changes a log, in one step of undo. `make` is given its annotations as it stands now, and all who listen have been told
   * of them. `applied` is called when the log has changed and nobody has been told yet. Rejects with a sentence for the user
   * where the change can't be made.
   */
  async change(
    document: vscode.TextDocument,
    make: (annotations: AnnotationsOfLog) => AnnotationChange,
    applied?: () => void,
  ): Promise<void> {
    await refuseReadOnly(document);
    const annotations = await this.current(document);
    if (!annotations) throw new Error(changedMeanwhile());
    this.#changed.fire({ document, annotations });
    const change = make(annotations);
    const { uri } = this.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const textDocument = { uri, version: annotations.version };
    const edit = await this.client.sendRequest<WorkspaceEdit | null>('chatlog/editAnnotation', {
      textDocument,
      change,
    });
    const converted = await this.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (!converted || document.version !== annotations.version) throw new Error(changedMeanwhile());
    if (converted.size > 0 && !(await vscode.workspace.applyEdit(converted))) throw new Error(changedMeanwhile());
    applied?.();
    await this.refresh(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #ask(document: vscode.TextDocument): Promise<AnnotationsOfLog | null> {
    const textDocument = this.client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    try {
      return await this.client.sendRequest('chatlog/annotations', { textDocument });
    } catch (error) {
      this.client.error('Notes could not be read.', error, false);
      return null;
    }
  }
}

/** Rejects with a sentence where a log can't be written to. */
export async function refuseReadOnly({ uri }: vscode.TextDocument): Promise<void> {
  if (await isReadOnly(uri)) {
    throw new Error(vscode.l10n.t('This file is read-only, so that nothing can be noted in it.'));
  }
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // Not saved yet.
    return false;
  }
}

const changedMeanwhile = (): string => vscode.l10n.t('The log has changed in the meantime: try again.');

const isLog = ({ languageId }: vscode.TextDocument): boolean => languageId === 'chatlog';

import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import {
  type ArchiveContext,
  type Feature,
  type FeatureContext,
  type Picture,
  Refusal,
  type WorkspaceFeature,
} from '../features/feature.js';
import type { ChatDocument } from '../language/index.js';
import { placeOfFailure } from './failure.js';

// biome-ignore lint/suspicious/noExplicitAny: features differ in their parameters; each checks its own.
export type AnyFeature = Feature<any, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type AnyWorkspaceFeature = WorkspaceFeature<any, unknown>;

/** What the guard needs of the server around it. */
export interface AnswerHost {
  readonly documents: TextDocuments<ChatDocument>;
  readonly console: RemoteConsole;
  /** Lets the event loop run once, so that a waiting cancellation or change is read. */
  readonly yieldToLoop: () => Promise<void>;
  readonly archiveContext: ArchiveContext;
  readonly contextOf: (uri: string) => Promise<HostContext>;
}

/** The context of an answer, before it is tied to the request that may be cancelled. */
export type HostContext = Omit<FeatureContext, 'findPicture'> & {
  readonly findPicture: ((address: string, signal: AbortSignal) => Promise<Picture>) | undefined;
};

/** Answers a request about one log. */
export function answer<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  feature: Feature<Params, Result, Result | Promise<Result>>,
  host: AnswerHost,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return guard(feature, host, async (params, token) => {
    const { uri } = params.textDocument;
    const context = await host.contextOf(uri);
    if (token.isCancellationRequested) throw cancelled(feature.method);
    const document = host.documents.get(uri);
    if (!document) return feature.nothing;
    const { findPicture } = context;
    return feature.answer(document, params, {
      ...cancellable(context, feature.method, token),
      findPicture: findPicture && ((address) => findPicture(address, signalOf(token))),
    });
  });
}

/** Answers a request about the workspace. */
export function answerForWorkspace<Params, Result>(
  feature: WorkspaceFeature<Params, Result>,
  host: AnswerHost,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return guard(feature, host, (params, token) =>
    feature.answer(params, cancellable(host.archiveContext, feature.method, token)),
  );
}

/**
 * The one guard of all requests: lets waiting messages in first, gives up where the client has, logs a failure without a
 * word of the log's text, and then answers what the feature answers when it knows nothing.
 */
function guard<Params, Result>(
  { method, nothing }: { readonly method: string; readonly nothing: Result },
  host: AnswerHost,
  respond: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    await host.yieldToLoop();
    if (token.isCancellationRequested) throw cancelled(method);
    try {
      return await respond(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (token.isCancellationRequested) throw cancelled(method);
      if (error instanceof Refusal)
        throw new ResponseError(LSPErrorCodes.RequestFailed, host.archiveContext.say(error.text));
      host.console.error(`${method} failed: ${placeOfFailure(error)}`);
      return nothing;
    }
  };
}

const cancelled = (method: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** The context, whose long ways end when the client gives up. */
function cancellable<Context extends ArchiveContext>(
  context: Context,
  method: string,
  token: CancellationToken,
): Context {
  return {
    ...context,
    wholeArchive: async () => {
      const archive = await context.wholeArchive();
      if (token.isCancellationRequested) throw cancelled(method);
      return archive;
    },
    readLog: async (uri) => {
      if (token.isCancellationRequested) throw cancelled(method);
      return context.readLog(uri);
    },
  };
}

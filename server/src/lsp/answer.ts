import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Feature, FeatureContext } from '../features/feature.js';
import type { ChatDocument } from '../language/index.js';
import { placeOfFailure } from './failure.js';

/** What the guard needs of the server around it. */
export interface AnswerHost {
  readonly documents: TextDocuments<ChatDocument>;
  readonly console: RemoteConsole;
  /** Lets the event loop run once, so that a waiting cancellation or change is read. */
  readonly yieldToLoop: () => Promise<void>;
  readonly contextOf: (uri: string) => Promise<FeatureContext>;
}

/**
 * The one guard of all requests: lets waiting messages in first, gives up where the client has, logs a failure without a
 * word of the log's text, and then answers what the feature answers when it knows nothing.
 */
export function answer<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  feature: Feature<Params, Result>,
  host: AnswerHost,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    await host.yieldToLoop();
    const context = await host.contextOf(params.textDocument.uri);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, `${feature.method} was cancelled.`);
    }
    const document = host.documents.get(params.textDocument.uri);
    if (!document) return feature.nothing;
    try {
      return feature.answer(document, params, context);
    } catch (error) {
      host.console.error(`${feature.method} failed on version ${document.version}: ${placeOfFailure(error)}`);
      return feature.nothing;
    }
  };
}

import { ChatDocument, summarize } from '../../language/index.js';
import { decodeUtf8 } from '../utf8.js';

/** The summary of a log, given the bytes of its file, as JSON. */
export const readSummary = (uri: string, bytes: Buffer): string =>
  JSON.stringify(summarize(ChatDocument.parse(uri, 0, decodeUtf8(bytes))));

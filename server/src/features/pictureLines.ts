import type { TextDocumentPositionParams, TextEdit } from 'vscode-languageserver-protocol';
import { pictureLines as changeOf } from '../language/index.js';
import { toOffset, toTextEdit } from './convert.js';
import type { Feature } from './feature.js';

/** Asks for the edit that puts pictures into the entry at a place. */
export interface PictureLinesParams extends TextDocumentPositionParams {
  readonly addresses: readonly string[];
}

/** Lines with pictures, their texts the day and time of the entry. */
export const pictureLines: Feature<PictureLinesParams, TextEdit | null> = {
  method: 'chatlog/pictureLines',
  capabilities: {},
  nothing: null,
  answer(document, { position, addresses }) {
    const change = changeOf(document, toOffset(document, position), addresses);
    return change ? toTextEdit(document, change) : null;
  },
};

import type { TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import { pictureAddress, pictureTarget as targetOf } from '../language/index.js';
import { toOffset } from './convert.js';
import type { Feature } from './feature.js';

/** Asks where pictures of the entry at a place belong. */
export interface PictureTargetParams extends TextDocumentPositionParams {
  /** The URIs of files; those that lie in a folder that is set need not be saved again. */
  readonly files?: readonly string[];
}

/** Where they belong, and the addresses of those files that lie there already; or why they have no place. */
export type PictureTargetResult =
  | {
      readonly folder: string;
      readonly base: string;
      readonly stamp: string;
      /** `null` for a file that lies elsewhere. */
      readonly addresses: readonly (string | null)[];
    }
  | { readonly problem: string; readonly wantsFolder: boolean };

/** Where a picture is saved, and what its name begins with. Nothing is written. */
export const pictureTarget: Feature<PictureTargetParams, PictureTargetResult | null> = {
  method: 'chatlog/pictureTarget',
  capabilities: {},
  nothing: null,
  answer(document, { position, files = [] }, { lintOptions, say }) {
    const target = targetOf(document, toOffset(document, position), lintOptions);
    if ('problem' in target) return { ...target, problem: say(target.problem) };
    return { ...target, addresses: files.map((file) => pictureAddress(file, lintOptions) ?? null) };
  },
};

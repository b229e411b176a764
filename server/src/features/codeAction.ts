import type { CodeAction, CodeActionParams, Command } from 'vscode-languageserver-protocol';
import { lint } from '../language/index.js';
import { codeActionSources } from './codeActions/index.js';
import { toSpan } from './convert.js';
import type { Feature } from './feature.js';

/** LSP's `CodeActionTriggerKind.Automatic`. */
const AUTOMATIC = 2;

/** Everything that can be done at a place at a keystroke: what the files of `codeActions/` offer there. */
export const codeAction: Feature<CodeActionParams, (Command | CodeAction)[]> = {
  method: 'textDocument/codeAction',
  capabilities: {
    codeActionProvider: { codeActionKinds: [...new Set(codeActionSources.flatMap(({ kinds }) => kinds))] },
  },
  nothing: [],
  answer(document, { range, context: { only, triggerKind } }, context) {
    const isAsked = (kind = ''): boolean => !only || only.some((wanted) => isWithin(kind, wanted));
    const asked = codeActionSources
      .filter(({ kinds }) => kinds.some(isAsked))
      .sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false));
    if (!context.client.codeActionLiterals || asked.length === 0) return [];
    const diagnostics = lint(document, context.lintOptions);
    const isAutomatic = triggerKind === AUTOMATIC;
    const request = { document, selection: toSpan(document, range), diagnostics, isAutomatic, context };
    return asked.flatMap((source) => source.actions(request)).filter(({ kind }) => isAsked(kind));
  },
};

/** Whether a kind is the one wanted or one of its sub-kinds, as `source.fixAll.chatlog` is of `source`. */
const isWithin = (kind: string, wanted: string): boolean =>
  wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);

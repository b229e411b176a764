import { textValue } from '../../language/index.js';
import { frontMatterPlaceAt } from '../support/frontMatterPlace.js';
import { speakersFor } from '../support/headerLine.js';
import { personProposal } from '../support/personProposal.js';
import type { CompletionSource } from './completionSource.js';

const BEGUN = /^\s+(?:-\s+)?(?:[^[\]]*:\s*\[(?:[^[\]]*,)?\s*)?(?<typed>[^[\],:"']{0,60})$/;

/** Under `speakers` in the front matter: the names that headers have. */
export const recordedName: CompletionSource = {
  triggers: ['[', ','],
  async complete(request) {
    const { before, offset, document, context } = request;
    const typed = BEGUN.exec(before.slice(-1000))?.groups?.['typed'];
    if (typed === undefined || frontMatterPlaceAt(request)?.section !== 'speakers') return undefined;
    const line = { above: document.blockCount - 1, behind: 0, isEntry: false };
    const { items, more } = await speakersFor(request, line, typed);
    const span = { from: offset - typed.length, to: offset };
    return {
      more,
      items: items.map((speaker) => ({
        ...personProposal(speaker, '', context.say),
        label: speaker.name,
        span,
        insert: textValue(speaker.name),
      })),
    };
  },
};

import { deriveValue, gapAfter, isBlank, message, modelOf, textValue } from '../../language/index.js';
import { frontMatterPlaceAt } from '../support/frontMatterPlace.js';
import { speakersFor } from '../support/headerLine.js';
import { personProposal } from '../support/personProposal.js';
import type { CompletionSource, Proposal } from './completionSource.js';

const BEGUN = /^(?<key>[a-z-]+):(?<gap>[ \t]*)(?<typed>.*)$/;

/** Behind a key of the front matter: the value that the log itself gives, and for the author whoever speaks. */
export const frontMatterValue: CompletionSource = {
  triggers: [':', ' '],
  async complete(request) {
    const { before, after, offset, placed, document, context } = request;
    const { key, gap, typed } = BEGUN.exec(before)?.groups ?? {};
    if (key === undefined || gap === undefined || typed === undefined) return undefined;
    if (!frontMatterPlaceAt(request) || placed?.block.kind !== 'frontMatter') return undefined;
    const from = offset - typed.length;
    const lead = gap === '' ? gapAfter(placed.block, key) : '';
    const place = {
      span: { from, to: isBlank(after, 0, after.length) ? offset + after.length : offset },
      overwriteTo: offset + after.trimEnd().length,
    };
    const derived = deriveValue(document, key, modelOf(context.lintOptions.files.neighbour(document.uri)));
    const items: Proposal[] = derived
      ? [
          {
            ...place,
            label: derived.text,
            kind: 'value',
            description: context.say(derived.sure ? message('From the log') : message('From the log, to be looked at')),
            insert: lead + derived.text,
            filter: derived.text,
          },
        ]
      : [];
    if (key !== 'author') return { items };
    const speakers = await speakersFor(request, { above: document.blockCount - 1, behind: 0, isEntry: false }, typed);
    for (const speaker of speakers.items) {
      const value = textValue(speaker.name);
      if (value === derived?.text) continue;
      const quote = value.startsWith('"') || value.startsWith("'") ? value.charAt(0) : '';
      const person = personProposal(speaker, typed.startsWith(quote) ? quote : '', context.say);
      items.push({ ...person, ...place, label: value, insert: lead + value });
    }
    return { items, more: speakers.more };
  },
};

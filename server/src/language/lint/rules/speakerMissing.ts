import type { Entry } from '../../syntax/block.js';
import { perChunk } from '../../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../../syntax/document.js';
import { textOf } from '../../syntax/inline.js';
import { endOfLine } from '../../text/lines.js';
import { message } from '../../text/message.js';
import { trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples, Finding, Fix } from '../rule.js';

/** How far up and down names are looked for, and how many are offered. */
const REACH = 12;
const OFFERED = 4;

const hasSpeaker = ({ speaker }: Entry): boolean => speaker.from < speaker.to;

/** The indexes within a chunk of the entries without a name. */
const namelessIn = perChunk((chunk): readonly number[] => {
  const found: number[] = [];
  chunk.blocks.forEach((block, index) => {
    if (block.kind === 'entry' && !hasSpeaker(block)) found.push(index);
  });
  return found;
});

export const speakerMissing: DocumentRule = {
  id: 'speaker-missing',
  title: 'A header names the speaker.',
  why: 'Without a name after the time nobody can tell who said it, and the entry belongs to nobody in lists and counts.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    let first = 0;
    for (const { chunk } of document.chunks()) {
      for (const index of namelessIn(chunk)) yield nameless(document, document.block(first + index));
      first += chunk.blocks.length;
    }
  },
};

export const examples: Examples = {
  invalid: [
    { text: '<[> 09:00:00]>\nhi\n' },
    {
      text: '> 09:00:00  Ann  \n   \nhi\n> 09:00:05  Bob  \n   \nhi\n<[> 09:00:07]>    \n   \nwell\n> 09:00:09  Ann  \n   \nbye\n',
      fixed:
        '> 09:00:00  Ann  \n   \nhi\n> 09:00:05  Bob  \n   \nhi\n> 09:00:07  Bob  \n   \nwell\n> 09:00:09  Ann  \n   \nbye\n',
    },
    {
      text: '<[> 09:00:00]>  \r\nhi\r\n> 09:00:05  三方  林一诺  \r\nhi\r\n',
      fixed: '> 09:00:00  三方  林一诺  \r\nhi\r\n> 09:00:05  三方  林一诺  \r\nhi\r\n',
    },
    {
      text: '> 09:00:00  Ann\nhi\n<[> 09:00:07]>\nwell\n<[> 09:00:08]>    \nwell\n',
      fixed: '> 09:00:00  Ann\nhi\n> 09:00:07  Ann\nwell\n> 09:00:08  Ann  \nwell\n',
    },
  ],
  valid: [{ text: '> 09:00:00  ?\nhi\n> 09:00:01  [Ann]\nhi\n' }],
};

function nameless(document: ChatDocument, { block, index, from }: PlacedBlock): Finding {
  const { text } = block;
  const lineEnd = endOfLine(text, 0);
  const to = trimmedEnd(text, 0, lineEnd);
  const spaces = text.slice(to, lineEnd);
  const fixes = namesAround(document, index).map(({ name, behind }): Fix => {
    // Two of the spaces stand before the name, what is left of them behind it.
    const insert = `  ${name}${spaces.length > 2 ? spaces.slice(2) : behind}`;
    return {
      title: message('Name “{0}” as the speaker', name),
      safe: false,
      changes: [{ from: from + to, to: from + lineEnd, insert }],
    };
  });
  return {
    from: from + trimmedStart(text, 0, lineEnd),
    to: from + to,
    message: message('This header names no speaker.'),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The names of the entries around one, the nearest first, each with the spaces behind it. */
function namesAround(document: ChatDocument, index: number): readonly { name: string; behind: string }[] {
  const around: { readonly name: string; readonly behind: string; readonly distance: number }[] = [];
  for (const { block, index: at } of document.blocks(Math.max(0, index - REACH))) {
    if (at > index + REACH) break;
    if (block.kind !== 'entry' || !hasSpeaker(block)) continue;
    const behind = block.text.slice(block.speaker.to, endOfLine(block.text, 0));
    around.push({ name: textOf(block, block.speaker), behind, distance: Math.abs(at - index) });
  }
  around.sort((a, b) => a.distance - b.distance);
  return around.filter(({ name }, at) => around.findIndex((other) => other.name === name) === at).slice(0, OFFERED);
}

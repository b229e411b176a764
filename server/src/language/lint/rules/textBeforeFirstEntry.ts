import type { ChatDocument, PlacedBlock } from '../../syntax/document.js';
import { endOfLine } from '../../text/lines.js';
import { message } from '../../text/message.js';
import { type Span, shiftSpan } from '../../text/span.js';
import { trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples } from '../rule.js';
import { lostFrontMatter } from '../support/lostFrontMatter.js';

export const textBeforeFirstEntry: DocumentRule = {
  id: 'text-before-first-entry',
  title: 'Nothing but comments stands between the front matter and the first entry.',
  why:
    'Text before the first header was said by nobody and at no time. Mostly it is an entry whose header was lost, or ' +
    'something that was meant for the front matter.',
  severity: 'warning',
  scope: 'document',
  *check(document) {
    const preamble = preambleOf(document);
    if (!preamble) return;
    const span = firstText(preamble.block.text);
    // Front matter that lost its first line is told by another rule.
    if (!span || lostFrontMatter(document)) return;
    yield {
      ...shiftSpan(span, preamble.from),
      message: message('This text stands in no entry: nothing says who said it, and when.'),
    };
  },
};

export const examples: Examples = {
  invalid: [
    { text: '---\nlayout: source\n---\n<[早上好]>\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n---\n<!-- kept by hand -->\n\n  <[早上好]>  \nmore\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n---\r\n<!-- one --><[two]><!-- three -->\r\n> 09:00:00  Ann\r\nhi\r\n' },
    { text: '---\nlayout: source\n---\n<[no entry yet]>\n' },
    { text: '<[Notes of the day]>\n\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    { text: '---\nlayout: source\n---\n   \n\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n---\n<!-- chatlog-disable\n time-order -->\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n---\n<!-- not closed\n> 09:00:00  Ann\nhi\n' },
    { text: 'layout: source\ntitle: "2026-11-20-WeChat"\n---\n> 09:00:00  Ann\nhi\n' },
    { text: 'No log at all\n' },
    { text: '' },
  ],
};

/** What stands before the first entry; in a text without front matter only where there is an entry. */
function preambleOf(document: ChatDocument): PlacedBlock | undefined {
  const index = document.frontMatter ? 1 : 0;
  if (document.blockCount <= 1) return undefined;
  const placed = document.block(index);
  return placed.block.kind === 'preamble' ? placed : undefined;
}

/** The first piece of a line that is neither blank nor part of a comment. */
function firstText(text: string): Span | undefined {
  let at = trimmedStart(text, 0, text.length);
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return undefined;
    at = trimmedStart(text, end + 3, text.length);
  }
  if (at === text.length) return undefined;
  const line = text.slice(at, endOfLine(text, at));
  const comment = line.indexOf('<!--');
  return { from: at, to: trimmedEnd(text, at, at + (comment < 0 ? line.length : comment)) };
}

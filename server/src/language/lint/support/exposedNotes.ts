import { type Annotation, annotationsOf } from '../../annotations/annotations.js';
import { annotationLinesOf, OWN_BLANK_LINE } from '../../annotations/standing.js';
import type { Entry } from '../../syntax/block.js';
import { message } from '../../text/message.js';
import type { Finding } from '../rule.js';
import { lineBreakOf } from './frontMatterPlaces.js';

/** A line, not the first, that ends a paragraph in kramdown's Markdown: a blank one, or one that begins another block. */
const ENDS_PARAGRAPH = /(?:\r\n|\r|\n)[^\S\r\n]*(?:[\r\n]| {0,3}(?:[>#]|<[A-Za-z]|(?:[-*+:]|\d+\.)[ \t]|`{3}|~{3}))/;

/**
 * Annotations of several lines that the site would show in part: right below the text they belong to its paragraph, and no
 * comment reaches over the end of a paragraph. Spans count from the entry's start.
 */
export function* exposedNotes(entry: Entry): Generator<Finding> {
  const { text } = entry;
  const annotations = annotationsOf(entry);
  let at = 0;
  for (const { isApart, span: lines } of annotationLinesOf(entry)) {
    while ((annotations[at]?.span.to ?? lines.from) < lines.from) at++;
    let shown: Annotation | undefined;
    for (; (annotations[at]?.span.to ?? Infinity) <= lines.to; at++) {
      const one = annotations[at];
      if (!isApart && !shown && one && ENDS_PARAGRAPH.test(text.slice(one.span.from, one.span.to))) shown = one;
    }
    if (!shown) continue;
    const { from } = lines;
    yield {
      from: shown.span.from,
      to: shown.span.from + '<!--'.length,
      message: message('The site shows a part of this comment: no blank line stands above it.'),
      fixes: [
        {
          title: message('Put a blank line above'),
          safe: false,
          changes: [{ from, to: from, insert: OWN_BLANK_LINE + lineBreakOf(text) }],
        },
      ],
    };
  }
}

import type { Text } from '../text/message.js';
import type { Span } from '../text/span.js';

/** One line of a log's outline. Spans are offsets of the log. */
export interface OutlineItem {
  /** `more`: what a list that is too long leaves out. */
  readonly kind: 'frontMatter' | 'talk' | 'group' | 'speaker' | 'entry' | 'picture' | 'note' | 'tag' | 'more';
  /** Never empty, without line breaks. A group's is the same whatever it holds: editors know it by its name. */
  readonly name: Text;
  /** Without line breaks. */
  readonly detail: Text | undefined;
  /** Ends before the line break of its last line, so that it does not touch what begins on the next. */
  readonly span: Span;
  /** What is selected when one goes there; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

import { type Entry, type Mark, marksOf } from '../../language/index.js';

/** The mark at an offset of an entry's text, or else the one that ends there. */
export function markAt(entry: Entry, offset: number): Mark | undefined {
  const marks = marksOf(entry);
  return (
    marks.find(({ span }) => span.from <= offset && offset < span.to) ?? marks.find(({ span }) => span.to === offset)
  );
}

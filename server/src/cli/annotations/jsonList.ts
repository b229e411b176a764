import { toRange } from '../../features/convert.js';
import {
  type ChatDocument,
  labelOf,
  type PlacedAnnotation,
  placedAnnotations,
  saidIn,
  type Talk,
  talksOf,
} from '../../language/index.js';
import { talkElement } from '../listTalks.js';
import type { AnnotationList } from './annotationList.js';

/** The annotations as JSON: one element a log, in the order given (docs/annotations.md). */
export function jsonList(): AnnotationList {
  let first = true;
  return {
    begin: () => '[',
    log(file, document) {
      const start = first ? '\n' : ',\n';
      first = false;
      const annotations = [
        ...talksOf(document).map(elementOfTalk),
        ...[...placedAnnotations(document)].map((placed) => elementOf(document, placed)),
      ];
      return start + JSON.stringify({ file, annotations });
    },
    end: () => (first ? ']\n' : '\n]\n'),
  };
}

const elementOfTalk = (talk: Talk): object => ({ kind: 'talk', ...talkElement(talk) });

function elementOf(document: ChatDocument, { annotation, entry, target, quoteGone }: PlacedAnnotation): object {
  const { time, speaker } = labelOf(entry.block);
  const comment = { from: entry.from + annotation.span.from, to: entry.from + annotation.span.to };
  const place = {
    entry: { time, speaker, text: saidIn(entry.block) },
    target: toRange(document, target),
    range: toRange(document, comment),
  };
  if (annotation.kind === 'tag') return { kind: 'tag', names: annotation.names.map(({ name }) => name), ...place };
  const { date, author, text, resolved, quote } = annotation;
  return {
    kind: 'note',
    date: date ?? null,
    author: author ?? null,
    text,
    resolved,
    quote: quote ? { ...quote, gone: quoteGone } : null,
    ...place,
  };
}

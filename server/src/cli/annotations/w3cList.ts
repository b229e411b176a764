import { createHash } from 'node:crypto';
import { isAbsolute, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Annotation,
  type ChatDocument,
  contextOf,
  countsBefore,
  formatClock,
  type PlacedAnnotation,
  placedAnnotations,
  type Span,
  type Talk,
  talksOf,
} from '../../language/index.js';
import type { AnnotationList } from './annotationList.js';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** What the vocabulary has no term for stands under this prefix. */
const WITH_OWN_TERMS = [CONTEXT, { chatlog: 'urn:chatlog:' }];

/** The annotations by the Web Annotation Data Model (W3C, 2017), as JSON-LD: one array, an annotation a line. */
export function w3cList(): AnnotationList {
  let first = true;
  return {
    begin: () => '[',
    log(path, document) {
      const source = sourceOf(path);
      const found = [
        ...talksOf(document).flatMap((talk) => annotationOfTalk(document, talk, source)),
        ...[...placedAnnotations(document)].map((placed) => annotationOf(document, placed, source)),
      ];
      return found
        .map((annotation, index) => {
          const start = first ? '\n' : ',\n';
          first = false;
          return start + JSON.stringify(withId(annotation, index));
        })
        .join('');
    },
    end: () => (first ? ']\n' : '\n]\n'),
  };
}

/** The address of a log: relative as it was given, so that it holds where the annotations are kept beside the logs. */
function sourceOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const folder = pathToFileURL(`${resolve('.')}${sep}`).href;
  const { href } = pathToFileURL(path);
  return href.startsWith(folder) ? href.slice(folder.length) : href;
}

/** The same annotation at the same place always gets the same name: a UUID of version 5. */
function withId({ '@context': context, ...annotation }: Readonly<Record<string, unknown>>, index: number): object {
  const hash = createHash('sha1')
    .update(JSON.stringify([index, annotation]))
    .digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    variant + hash.slice(18, 20),
    hash.slice(20, 32),
  ];
  return { '@context': context, id: `urn:uuid:${parts.join('-')}`, type: 'Annotation', ...annotation };
}

function annotationOf(
  document: ChatDocument,
  placed: PlacedAnnotation,
  source: string,
): Readonly<Record<string, unknown>> {
  const { annotation, target, quoteGone } = placed;
  const quote = { type: 'TextQuoteSelector', exact: document.slice(target), ...notEmpty(contextOf(placed)) };
  const own = {
    ...(annotation.kind === 'note' && annotation.resolved && { 'chatlog:resolved': true }),
    ...(annotation.kind === 'note' &&
      annotation.quote &&
      quoteGone && {
        'chatlog:quote': { 'chatlog:text': annotation.quote.text, 'chatlog:ordinal': annotation.quote.ordinal },
      }),
  };
  return {
    '@context': Object.keys(own).length > 0 ? WITH_OWN_TERMS : CONTEXT,
    ...contentOf(annotation),
    target: { source, selector: [quote, ...placeSelectors(document, target)] },
    ...own,
  };
}

const notEmpty = (context: { readonly prefix: string; readonly suffix: string }): object =>
  Object.fromEntries(Object.entries(context).filter(([, text]) => text !== ''));

function contentOf(annotation: Annotation): Readonly<Record<string, unknown>> {
  if (annotation.kind === 'tag') {
    const tags = annotation.names.map(({ name }) => ({ type: 'TextualBody', value: name, purpose: 'tagging' }));
    return { motivation: 'tagging', ...(tags.length > 0 && { body: tags }) };
  }
  const { date, author, text } = annotation;
  return {
    motivation: 'commenting',
    ...(date !== undefined && { created: `${date}T00:00:00Z` }),
    ...(author !== undefined && { creator: { type: 'Person', name: author } }),
    body: { type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' },
  };
}

/** A talk is on all entries from its first to its last; one without entries has no place. */
function annotationOfTalk(
  document: ChatDocument,
  { first, last, title, speaker, start, end, source: origin }: Talk,
  source: string,
): readonly Readonly<Record<string, unknown>>[] {
  if (!first || !last) return [];
  const clock = (seconds: number | undefined): string | undefined =>
    seconds === undefined ? undefined : formatClock(seconds);
  const target = { from: first.from, to: last.from + last.block.text.trimEnd().length };
  return [
    {
      '@context': WITH_OWN_TERMS,
      motivation: 'classifying',
      body: { type: 'TextualBody', value: title ?? speaker ?? 'talk', format: 'text/plain', purpose: 'classifying' },
      target: { source, selector: placeSelectors(document, target) },
      'chatlog:talk': {
        'chatlog:speaker': speaker,
        'chatlog:start': clock(start),
        'chatlog:end': clock(end),
        'chatlog:origin': origin,
      },
    },
  ];
}

/** Where a stretch stands: in code points, and as a fragment of a text, in which a line break is one character. */
function placeSelectors(document: ChatDocument, { from, to }: Span): readonly object[] {
  const [start, end] = [countsBefore(document, from), countsBefore(document, to)];
  return [
    { type: 'TextPositionSelector', start: start.codePoints, end: end.codePoints },
    {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
      value: `char=${start.characters},${end.characters}`,
    },
  ];
}

import {
  type ChatDocument,
  type FrontMatterNaming,
  type KnownNames,
  type Naming,
  namesInFrontMatter,
  namingAt,
  type Span,
  shiftSpan,
} from '../../language/index.js';

/** A place in a log that names somebody; its span counts from the log's start, without `@` and quotes. */
export interface Named {
  readonly kind: Naming['kind'] | FrontMatterNaming['kind'];
  readonly name: string;
  readonly span: Span;
}

/** The name of a person at an offset of the log, or that ends there; `undefined` where there is none. */
export function namedAt(document: ChatDocument, offset: number, known: KnownNames): Named | undefined {
  const found = namingAt(document, offset, known);
  if (found) return { ...found.naming, span: shiftSpan(found.naming.span, found.entry.from) };
  return namedInFrontMatter(document, known).find(({ span }) => span.from <= offset && offset <= span.to);
}

/** The names of people in the front matter. Whoever is the author of a log without a talk is nobody: `None`, or the group. */
export function namedInFrontMatter({ frontMatter }: ChatDocument, { log, recorded, archive }: KnownNames): Named[] {
  if (!frontMatter) return [];
  return namesInFrontMatter(frontMatter).filter(
    ({ kind, name }) => kind !== 'author' || [log, recorded, archive].some(({ names }) => names.has(name)),
  );
}

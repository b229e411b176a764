import { type ImportedContent, isDay, type Message, message, type Quote } from '../../language/index.js';
import { InputError } from '../../system/inputError.js';
import type { ImportFile, ImportItem } from './importItem.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads annotations by the Web Annotation Data Model: one, an array of them, a page or a collection. Bodies for tagging are
 * tags, others with a text are notes. Throws {@link InputError} where the file holds no JSON.
 */
export function readW3c(text: string): ImportFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new InputError(message('This is not JSON.'));
  }
  const items: ImportItem[] = [];
  const left: { readonly name: string; readonly why: Message }[] = [];
  for (const [index, annotation] of annotationsIn(json).entries()) {
    const name = typeof annotation['id'] === 'string' ? annotation['id'] : String(index + 1);
    // Talks stand in the front matter, which is never taken out.
    if (annotation['chatlog:talk'] !== undefined) continue;
    const contents = contentsOf(annotation);
    const targets = listOf(annotation['target']).map(targetOf);
    if (contents.length === 0) left.push({ name, why: message('It has no text and no tag.') });
    else if (targets.length === 0) left.push({ name, why: NO_WORDS });
    for (const target of contents.length === 0 ? [] : targets) {
      if (target) for (const content of contents) items.push({ name, ...target, content });
      else left.push({ name, why: NO_WORDS });
    }
  }
  return { items, left };
}

const NO_WORDS = message('It quotes no words of a log (a “TextQuoteSelector”).');

function annotationsIn(json: unknown): readonly Json[] {
  return listOf(json).flatMap((value): readonly Json[] => {
    if (!isObject(value)) return [];
    if (value['items'] !== undefined) return listOf(value['items']).filter(isObject);
    if (value['first'] !== undefined) return annotationsIn(value['first']);
    return [value];
  });
}

/** Where an annotation is: its file and the words, with what stands around them. */
function targetOf(target: unknown): Pick<ImportItem, 'source' | 'exact' | 'prefix' | 'suffix' | 'start'> | undefined {
  if (!isObject(target)) return undefined;
  const selectors = listOf(target['selector']).filter(isObject);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const exact = textOf(quote?.['exact']);
  if (exact === undefined) return undefined;
  const start = position?.['start'];
  const source = isObject(target['source']) ? target['source']['id'] : target['source'];
  return {
    source: textOf(source),
    exact,
    prefix: textOf(quote?.['prefix']),
    suffix: textOf(quote?.['suffix']),
    start: typeof start === 'number' && Number.isInteger(start) && start >= 0 ? start : undefined,
  };
}

function contentsOf(annotation: Json): readonly ImportedContent[] {
  const bodies = [...listOf(annotation['body']), ...listOf(annotation['bodyValue'])].flatMap((body) => {
    const value = isObject(body) ? textOf(body['value']) : textOf(body);
    const isTag = (isObject(body) ? (body['purpose'] ?? annotation['motivation']) : undefined) === 'tagging';
    return value === undefined ? [] : [{ value, isTag }];
  });
  const names = bodies.filter(({ isTag }) => isTag).map(({ value }) => value);
  const created = textOf(annotation['created'])?.slice(0, 10);
  const notes = bodies
    .filter(({ isTag }) => !isTag)
    .map(
      ({ value }): ImportedContent => ({
        kind: 'note',
        date: created !== undefined && isDay(created) ? created : undefined,
        author: authorOf(annotation['creator']),
        resolved: annotation['chatlog:resolved'] === true,
        text: value,
        statedQuote: statedQuote(annotation['chatlog:quote']),
      }),
    );
  return [...notes, ...(names.length > 0 ? [{ kind: 'tag', names } as const] : [])];
}

function authorOf(creator: unknown): string | undefined {
  const [first] = listOf(creator);
  const author = isObject(first) ? (first['name'] ?? first['nickname'] ?? first['id']) : first;
  return textOf(listOf(author)[0]);
}

function statedQuote(quote: unknown): Quote | undefined {
  const text = isObject(quote) ? textOf(quote['chatlog:text']) : undefined;
  const ordinal = isObject(quote) ? quote['chatlog:ordinal'] : undefined;
  return text === undefined ? undefined : { text, ordinal: typeof ordinal === 'number' && ordinal > 0 ? ordinal : 1 };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value, or several in a list: the model lets both stand for it. */
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

import { dayEvidence, fileNameOf, imageDay, weighDays } from '../lint/logDay.js';
import type { Entry, FrontMatter } from '../syntax/block.js';
import { ChatDocument } from '../syntax/document.js';
import { contentOf, type Field } from '../syntax/frontMatter.js';
import { textOf } from '../syntax/inline.js';
import { trimmedStart } from '../text/whiteSpace.js';
import { quoted, textValue } from './values.js';

/** The value that a key should have. */
export interface DerivedValue {
  /** As it is written in YAML. */
  readonly text: string;
  /** Whether it follows from the log; else some of it is a guess that a person should look at. */
  readonly sure: boolean;
}

/** Front matter of another log of the folder, after which this one's is written. */
export interface FrontMatterModel {
  /** Its keys in their order, each with its line as it is written and the place of the value in that. */
  readonly lines: readonly ModelLine[];
  /** What `author` says where nobody presented, as it is written; absent where the other log does not tell. */
  readonly nobody?: string;
}

export interface ModelLine {
  readonly key: string;
  /** Up to the value, the value, and what stands behind it up to the end of the line. */
  readonly before: string;
  readonly value: string;
  readonly after: string;
  readonly content: unknown;
}

/** The keys that a log takes over from its neighbour; what others say is the neighbour's own. */
const MODEL_KEYS = new Set(['layout', 'title', 'date', 'author', 'lines', 'tag', 'header-img']);
/** Front matter of a neighbour is looked for in so much of its text. */
const MODEL_LENGTH = 1 << 14;

/** What the front matter of a neighbouring log has to offer; `undefined` where there is none, or it is not in order. */
export function modelOf(neighbour: string | undefined): FrontMatterModel | undefined {
  if (neighbour === undefined) return undefined;
  const block = ChatDocument.parse('', 0, neighbour.slice(0, MODEL_LENGTH)).frontMatter;
  if (!block?.closed) return undefined;
  const { fields, unreadable, problems } = contentOf(block);
  if (unreadable.length > 0 || problems.length > 0) return undefined;
  const lines = fields.filter(({ name }) => MODEL_KEYS.has(name)).map((field) => modelLine(block, field));
  const inOneLine = lines.every(({ before, value, after }) => !/[\n\r]/.test(before + value + after));
  if (!inOneLine || lines.length === 0) return undefined;
  const author = lines.find((line) => line.key === 'author');
  const namesNobody = typeof author?.content === 'string' && placeholderAuthors.includes(author.content);
  return { lines, ...(namesNobody && { nobody: author.value }) };
}

function modelLine({ text }: FrontMatter, { name, key, value, content, lines }: Field): ModelLine {
  const from = Math.max(value.from, key.to);
  const to = Math.max(from, value.to);
  return {
    key: name,
    before: text.slice(lines.from, from),
    value: text.slice(from, to),
    after: text.slice(to, lines.to).replace(/[\n\r]+$/, ''),
    content,
  };
}

const lineOf = (model: FrontMatterModel | undefined, key: string): ModelLine | undefined =>
  model?.lines.find((line) => line.key === key);

/** What the exporter writes for `author` where it sees nobody present. */
export const placeholderAuthors: readonly string[] = ['None', 'PaymentGroup'];

/** What the key should say in this log; `undefined` where nothing tells. */
export function deriveValue(
  document: ChatDocument,
  key: string,
  model?: FrontMatterModel | undefined,
): DerivedValue | undefined {
  switch (key) {
    case 'layout':
      return { text: lineOf(model, key)?.value || 'source', sure: true };
    case 'title':
      return deriveTitle(document, model);
    case 'date':
      return deriveDate(document, model);
    case 'author':
      return deriveAuthor(document, model);
    case 'lines':
      return { text: String(entryCount(document)), sure: true };
    case 'tag': {
      const line = lineOf(model, key);
      return { text: line && Array.isArray(line.content) ? line.value : '[chat]', sure: true };
    }
    case 'header-img': {
      const line = lineOf(model, key);
      return line && { text: line.value, sure: true };
    }
    default:
      return undefined;
  }
}

/** The log's day: sure where two places agree on it, or the file's name tells it and nothing speaks against it. */
export function deriveDay(document: ChatDocument): { readonly day: string; readonly sure: boolean } | undefined {
  const evidence = dayEvidence(document);
  const { day, decided } = weighDays(document, evidence);
  if (day === undefined) {
    const pictured = imageDay(document);
    return pictured === undefined ? undefined : { day: pictured, sure: false };
  }
  const unanimous = evidence.every((piece) => piece.day === day) && (imageDay(document) ?? day) === day;
  const twice = evidence.filter((piece) => piece.day === day).length > 1;
  const named = evidence.some((piece) => piece.source === 'fileName' && piece.day === day);
  return { day, sure: decided && (twice || (named && unanimous)) };
}

const DAY = /\d{4}-\d{2}-\d{2}/;

function deriveTitle(document: ChatDocument, model: FrontMatterModel | undefined): DerivedValue | undefined {
  const derived = deriveDay(document);
  if (!derived) return undefined;
  const { day, sure } = derived;
  const pattern = lineOf(model, 'title')?.value ?? '';
  // The neighbour's title is a model where it is nothing but its day and the group that the files are named for.
  const [, , group] = /^(["']?)\d{4}-\d{2}-\d{2}-(.+)\1$/.exec(pattern) ?? [];
  const isModel = group === 'WeChat' || (group !== undefined && fileNameOf(document.uri) === `${day}-${group}.txt`);
  return { text: isModel ? pattern.replace(DAY, day) : `"${day}-WeChat"`, sure };
}

function deriveDate(document: ChatDocument, model: FrontMatterModel | undefined): DerivedValue | undefined {
  const derived = deriveDay(document);
  if (!derived) return undefined;
  const pattern = lineOf(model, 'date')?.value ?? '';
  const text = /^(["']?)\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: ?[-+]\d{2}:?\d{2})?\1$/.test(pattern)
    ? pattern.replace(DAY, derived.day)
    : `${derived.day} 12:00:00`;
  return { text, sure: derived.sure };
}

function deriveAuthor(document: ChatDocument, model: FrontMatterModel | undefined): DerivedValue {
  const line = lineOf(model, 'author');
  const presenter = presenterOf(document);
  if (presenter !== undefined) {
    return { text: line?.value.startsWith('"') ? quoted(presenter) : textValue(presenter), sure: false };
  }
  return { text: model?.nobody ?? 'None', sure: true };
}

/** So many text messages in a row, pictures among them not counted, are more than talk: somebody presents. */
const PRESENTING = 7;

/**
 * Who presented, as the exporter sees it: the person with the longest run of text messages that nobody else's stand
 * between; `undefined` where no run is long enough.
 */
export function presenterOf(document: ChatDocument): string | undefined {
  let presenter: string | undefined;
  let longest = PRESENTING - 1;
  let speaker: string | undefined;
  let run = 0;
  for (const { block } of document.entries()) {
    if (!isTextMessage(block)) continue;
    const name = textOf(block, block.speaker);
    run = name === speaker ? run + 1 : 1;
    speaker = name;
    if (run > longest && name !== '') {
      longest = run;
      presenter = name;
    }
  }
  return presenter;
}

function isTextMessage({ text, body }: Entry): boolean {
  const from = trimmedStart(text, body.from, body.to);
  return !text.startsWith('![', from);
}

/** How many entries a log has. */
export function entryCount(document: ChatDocument): number {
  let others = 0;
  for (const { block } of document.blocks()) {
    if (block.kind === 'entry') break;
    others++;
  }
  return document.blockCount - others;
}

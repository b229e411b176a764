import { isEveryday, isFirm, isFullName, tellingPart } from './everydayWords.js';

/** A word of a name. */
export interface NameWord {
  /** In the form in which words are compared. */
  readonly text: string;
  /** As it stands in the name. */
  readonly written: string;
  readonly kind: 'fullName' | 'other' | 'firm';
}

/** A speaker's name taken apart, as `林一诺-青杉科技-产品-杭州`. */
export interface NameParts {
  /** Its letters and digits, without what separates them or was lost; names that differ only there have the same. */
  readonly bare: string;
  /** What may be the person's own name. */
  readonly personal: readonly NameWord[];
  /** Which of these most likely is. */
  readonly likeliest: string | undefined;
  /** All that is made as full names are, wherever it stands. */
  readonly fullNames: readonly string[];
  /** What else tells something, such as a firm. */
  readonly affiliations: readonly string[];
}

/** Signs that were escaped too often; they only separate. */
const ENTITY = /&(?:amp;)*(?:#\w{1,8}|[a-z]{2,8});/gi;
/** What stands for a lost emoji, also inside a word, and the selector that makes a sign one, which counts as a letter. */
const LOST = /\?|\ufe0f/g;
/** What stands between a name, a firm and a place; white space may also stand inside a name, as may a dot. */
const FIELD = /(?:[^\p{L}\p{M}\p{N}\s.]|(?<![A-Za-z\d])\.|\.(?![A-Za-z\d]))+/u;
const WORD = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;

/** The letters and digits of a text, in the form in which names are compared. */
export function bareName(text: string): string {
  return cleaned(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Takes a name apart. */
export function namePartsOf(name: string): NameParts {
  const fields = cleaned(name)
    .split(FIELD)
    .flatMap(pieces)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const likeliest =
    fields.find(hasFullName) ?? fields.find((words) => words.some(({ kind }) => kind === 'other')) ?? fields[0];
  const first = fields[0];
  const isPersonal = (words: readonly NameWord[]): boolean =>
    words === likeliest || (words === first && words.every(({ kind }) => kind !== 'firm'));
  return {
    bare: bareName(name),
    personal: fields.filter(isPersonal).flat(),
    likeliest: (likeliest?.find(({ kind }) => kind === 'fullName') ?? likeliest?.[0])?.text,
    fullNames: fields.flat().flatMap(({ kind, text }) => (kind === 'fullName' ? [text] : [])),
    affiliations: fields
      .filter((words) => !isPersonal(words))
      .flatMap((words) => words.map(({ text }) => tellingPart(text))),
  };
}

const cleaned = (text: string): string => text.replace(ENTITY, ' ').replace(LOST, '').normalize('NFKC');

const hasFullName = (words: readonly NameWord[]): boolean => words.some(({ kind }) => kind === 'fullName');

/** White space separates words of Chinese; beside others it stands inside a name, as in `Lin Wu 林悟`. */
function pieces(field: string): string[] {
  return field.split(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=[^\s\p{Script=Han}])\s+(?=\p{Script=Han}{4})/u);
}

/** The words of a part of a name that tell something: it as a whole, and where it mixes scripts, each by itself. */
function wordsOf(field: string): NameWord[] {
  const written = field.trim();
  const single = written.match(WORD) ?? [];
  const telling = single.filter((word) => !isEveryday(word.toLowerCase()));
  if (telling.length === 0) return [];
  if (telling.length === 1) return [wordOf(telling[0] as string)];
  return [written, ...telling.filter((word) => word.length > 1)].map(wordOf);
}

function wordOf(written: string): NameWord {
  const text = written.replace(/\s/gu, '').toLowerCase();
  return { text, written, kind: isFullName(text) ? 'fullName' : isFirm(text) ? 'firm' : 'other' };
}

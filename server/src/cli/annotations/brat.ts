import {
  type Annotation,
  type ChatDocument,
  countsBefore,
  type Entry,
  endOfLine,
  headerSpanOf,
  nextLine,
  type PlacedBlock,
  placedAnnotations,
  type Span,
  shiftSpan,
  type Talk,
  talksOf,
  trimmedEnd,
  trimmedStart,
} from '../../language/index.js';
import { clockSpan } from '../listTalks.js';

/**
 * The annotations of a log in brat's standoff format: a text-bound annotation each, in code points of the log, and a note of
 * brat's that says what the comment says. Empty where there is none.
 */
export function bratOf(document: ChatDocument): string {
  const lines: string[] = [];
  let id = 0;
  const add = (type: string, target: Span, note: string): void => {
    id++;
    const { places, words } = fragmentsOf(document, target);
    lines.push(`T${id}\t${type} ${places}\t${words}`, `#${id}\tAnnotatorNotes T${id}\t${onOneLine(note)}`);
  };
  for (const talk of talksOf(document)) if (talk.first) add('Talk', headerOf(talk.first), sayTalk(talk));
  for (const { annotation, entry, target } of placedAnnotations(document)) {
    add(annotation.kind === 'note' ? 'Note' : 'Tag', target, commentOf(entry.block, annotation));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** brat's texts stand on one line: of words on several lines each line is a fragment. */
function fragmentsOf(document: ChatDocument, { from, to }: Span): { readonly places: string; readonly words: string } {
  const text = document.slice({ from, to });
  const places: string[] = [];
  const words: string[] = [];
  for (let line = 0; line < text.length; ) {
    const lineEnd = endOfLine(text, line);
    const start = trimmedStart(text, line, lineEnd);
    const end = trimmedEnd(text, start, lineEnd);
    if (start < end) {
      const [first, last] = [start, end].map((at) => countsBefore(document, from + at).codePoints);
      places.push(`${first} ${last}`);
      words.push(text.slice(start, end));
    }
    line = nextLine(text, lineEnd);
  }
  return { places: places.join(';'), words: words.join(' ') };
}

const headerOf = ({ block, from }: PlacedBlock<Entry>): Span => shiftSpan(headerSpanOf(block), from);

/** What stands within the comment of an annotation. */
function commentOf({ text }: Entry, { span }: Annotation): string {
  return text.slice(span.from + '<!--'.length, span.to - '-->'.length).trim();
}

function sayTalk({ title, speaker, start, end, source }: Talk): string {
  const parts = ['@talk', clockSpan({ start, end }), speaker, title, `(${source})`];
  return parts.filter((part) => part !== undefined).join(' ');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A note without anything that ends a line for one program or another. */
const onOneLine = (text: string): string =>
  text.replace(
    /[\\\p{Cc}\u2028\u2029]/gu,
    (sign) => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

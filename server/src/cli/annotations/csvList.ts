import {
  type ChatDocument,
  formatClock,
  labelOf,
  type PlacedAnnotation,
  placedAnnotations,
  saidIn,
  type Talk,
  talksOf,
} from '../../language/index.js';
import type { AnnotationList } from './annotationList.js';

const COLUMNS = [
  'file',
  'line',
  'kind',
  'time',
  'end',
  'speaker',
  'entry',
  'quote',
  'date',
  'author',
  'text',
  'resolved',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number>>>;

/** The annotations as a table: RFC 4180, a row an annotation, a tag a row. */
export function csvList(): AnnotationList {
  return {
    begin: () => lineOf(COLUMNS),
    log: (file, document) =>
      [
        ...talksOf(document).map((talk) => rowOfTalk(document, talk)),
        ...[...placedAnnotations(document)].flatMap((placed) => rowsOf(document, placed)),
      ]
        .map((row) => lineOf(COLUMNS.map((column) => String({ file, ...row }[column] ?? ''))))
        .join(''),
    end: () => '',
  };
}

function rowOfTalk(document: ChatDocument, { first, item, speaker, title, start, end }: Talk): Row {
  return {
    line: document.positionAt(first?.from ?? item?.from ?? 0).line + 1,
    kind: 'talk',
    ...(start !== undefined && { time: formatClock(start) }),
    ...(end !== undefined && { end: formatClock(end) }),
    ...(speaker !== undefined && { speaker }),
    ...(title !== undefined && { text: title }),
  };
}

function rowsOf(document: ChatDocument, { annotation, entry }: PlacedAnnotation): readonly Row[] {
  const { time, speaker } = labelOf(entry.block);
  const line = document.positionAt(entry.from + annotation.span.from).line + 1;
  const place = { line, time, speaker, entry: saidIn(entry.block) };
  if (annotation.kind === 'tag') return annotation.names.map(({ name }) => ({ ...place, kind: 'tag', text: name }));
  const { quote, date, author, text, resolved } = annotation;
  return [
    {
      ...place,
      kind: 'note',
      text,
      resolved: resolved ? 'yes' : 'no',
      ...(quote && { quote: quote.text }),
      ...(date !== undefined && { date }),
      ...(author !== undefined && { author }),
    },
  ];
}

const lineOf = (fields: readonly string[]): string => `${fields.map(fieldOf).join(',')}\r\n`;

/**
 * A field of the table. One that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * (“CSV Injection”); the signs in full width count too.
 */
function fieldOf(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

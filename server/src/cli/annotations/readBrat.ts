import { type ImportedContent, type Message, message, readAnnotation } from '../../language/index.js';
import type { ImportFile, ImportItem } from './importItem.js';

const TEXT_BOUND = /^(?<id>T\d+\S*)\t(?<type>\S+) (?<places>\d+ \d+(?:;\d+ \d+)*)\t(?<words>.*)$/s;
const NOTE = /^#\d+\S*\tAnnotatorNotes (?<id>\S+)\t(?<note>.*)$/s;
/** Talks stand in the front matter, which is never taken out. */
const TALK = /^@talk\b/;

/**
 * Reads brat's standoff format. An annotation of ours is what its note says; one of others becomes a note on its words that
 * says its type, and what its own note says. What relates annotations to one another has no place in a log.
 */
export function readBrat(text: string): ImportFile {
  const items: ImportItem[] = [];
  const left: { readonly name: string; readonly why: Message }[] = [];
  const lines = text.split(/\r\n|\n/);
  const notes = new Map<string, string[]>();
  for (const line of lines) {
    const { id, note } = NOTE.exec(line)?.groups ?? {};
    if (id !== undefined && note !== undefined) notes.set(id, [...(notes.get(id) ?? []), note]);
  }
  for (const [index, line] of lines.entries()) {
    const name = String(index + 1);
    const { id = '', type = '', places, words = '' } = TEXT_BOUND.exec(line)?.groups ?? {};
    if (places === undefined) {
      const isNoteOfText = /^T/.test(NOTE.exec(line)?.groups?.['id'] ?? '');
      if (line.trim() !== '' && !isNoteOfText)
        left.push({ name, why: message('A log can’t hold this line of brat’s: “{0}”', line.slice(0, 60)) });
      continue;
    }
    const said = notes.get(id) ?? [];
    if (said.some((note) => TALK.test(note))) continue;
    const content = contentOf(type, said);
    if (content) items.push({ name, ...wordsAt(places, words), content });
    else left.push({ name, why: message('Its note can’t be read: “{0}”', (said[0] ?? '').slice(0, 60)) });
  }
  return { items, left };
}

/** The words of each fragment: they are joined by a space in the file. */
function wordsAt(places: string, words: string): Pick<ImportItem, 'exact' | 'more' | 'start'> {
  const signs = [...words];
  const pieces: string[] = [];
  let at = 0;
  for (const place of places.split(';')) {
    const [from = 0, to = 0] = place.split(' ').map(Number);
    pieces.push(signs.slice(at, at + to - from).join(''));
    at += to - from + 1;
  }
  const [exact = '', ...more] = pieces;
  return { exact, more, start: Number(places.split(' ', 1)[0]) };
}

function contentOf(type: string, notes: readonly string[]): ImportedContent | undefined {
  const own = notes.find((note) => /^@(?:note|tag)(?![A-Za-z-])/.test(note));
  if (own === undefined) {
    const text = [type, ...notes].join(': ');
    return { kind: 'note', date: undefined, author: undefined, resolved: false, text };
  }
  const comment = `<!-- ${unescaped(own)} -->`;
  const read = readAnnotation(comment, { from: 0, to: comment.length });
  if (!read) return undefined;
  if (read.kind === 'tag') return { kind: 'tag', names: read.names.map(({ name }) => name) };
  const { date, author, resolved, text, quote } = read;
  return { kind: 'note', date: date, author, resolved, text, statedQuote: quote };
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What `brat.ts` wrote on one line. */
const unescaped = (note: string): string =>
  note.replace(/\\(?:u([0-9a-f]{4})|([\\nrt]))/g, (_, code: string | undefined, sign = '') =>
    code === undefined ? (SIGNS[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );

import { characterOf } from '../lint/support/entities.js';

/** Tags that lay a table out; any other is text, since exporters write what was said without escaping it. */
const TAG = /<(\/?)(table|thead|tbody|tfoot|colgroup|col|tr|td|th|br)\b([^<>]*)>/gi;
/** What exporters put around a whole cell. */
const WRAPPED = /^\s*<(p|div|span|font|b)\b[^<>]*>([^<>]*)<\/\1>\s*$/i;
const ENTITY = /&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;

/** Whether a text is a table in HTML. */
export const isHtmlTable = (text: string): boolean =>
  /^\s*</.test(text) && /<table\b/i.test(text) && /<tr\b/i.test(text);

/**
 * The rows of the tables in a text of HTML, each with the texts of its cells. It is read by its rows and cells alone: a
 * parser of HTML would end at an unescaped `<script>` or `<!--` that somebody said, and lose all rows behind it.
 */
export function* htmlRows(html: string): Generator<readonly string[]> {
  let cells: string[] | undefined;
  let cell: string | undefined;
  let at = 0;
  const closeCell = (): void => {
    if (cells && cell !== undefined) cells.push(decoded(cell));
    cell = undefined;
  };
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (cell !== undefined) cell += html.slice(at, index);
    at = index + tag.length;
    switch (name.toLowerCase()) {
      case 'tr':
      case 'table':
        closeCell();
        if (cells && cells.length > 0) yield cells;
        cells = name.toLowerCase() === 'tr' && slash === '' ? [] : undefined;
        break;
      case 'td':
      case 'th':
        closeCell();
        if (slash === '') cell = '';
        break;
      case 'br':
        if (cell !== undefined) cell += '\n';
        break;
    }
  }
  // A file that was cut off ends within a cell.
  if (cell !== undefined) cell += html.slice(at);
  closeCell();
  if (cells && cells.length > 0) yield cells;
}

const decoded = (text: string): string =>
  text
    .replace(WRAPPED, '$2')
    .replace(ENTITY, (entity, reference: string) => characterOf(reference) ?? entity)
    .trim();

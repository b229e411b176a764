import {
  chatPrograms,
  htmlRows,
  type ImportHints,
  isHtmlTable,
  message,
  type ReadChat,
  readChat,
  TableReader,
} from '../language/index.js';
import { InputError } from '../system/inputError.js';
import type { Io } from './command.js';
import { progressBar } from './progress.js';

/** What messages can be imported from. */
export const IMPORT_SOURCES = [...chatPrograms, 'table', 'auto'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** Reads the messages of a text. Throws {@link InputError} where a table was promised and there is none. */
export function readMessages(text: string, source: ImportSource, hints: ImportHints, io: Io): ReadChat {
  if (source === 'table' && !isHtmlTable(text)) throw new InputError(message('There is no table of HTML in it.'));
  if (source === 'table' || (source === 'auto' && isHtmlTable(text))) return readTable(text, io);
  return readChat(text, hints, source === 'auto' ? undefined : source);
}

function readTable(html: string, io: Io): ReadChat {
  const table = new TableReader();
  const progress = progressBar(io, html.split(/<tr\b/i).length - 1);
  for (const row of htmlRows(html)) {
    table.add(row);
    progress.step();
  }
  progress.clear();
  return { messages: table.messages, before: [], notes: table.notes };
}

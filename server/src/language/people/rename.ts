import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { readHeader, readNearMiss } from '../syntax/header.js';
import { endOfLine } from '../text/lines.js';
import { type Message, message } from '../text/message.js';
import { shiftSpan, type TextChange } from '../text/span.js';
import type { KnownNames } from './knownNames.js';
import { namingsIn } from './namings.js';
import { renameInFields } from './renameInYaml.js';

/**
 * The changes that give a speaker another name in a log: in headers, in mentions of exactly that name, and in front
 * matter under `author`, `talks` and `speakers`. `to` is a name without a {@link renameProblem}.
 */
export function renameChanges(
  document: ChatDocument,
  from: string,
  to: string,
  known: KnownNames,
): readonly TextChange[] {
  const changes = changesInFrontMatter(document, from, to);
  for (const { block, from: at } of document.entries()) {
    if (!block.text.includes(from)) continue;
    for (const { kind, name, span } of namingsIn(block, known)) {
      if (name !== from || (kind === 'header' && !canHold(block, to))) continue;
      changes.push({ ...shiftSpan(span, at), insert: to });
    }
  }
  return changes;
}

/** Why a name can't be a speaker's: no header would be read as having it. `undefined` where it can. */
export function renameProblem(to: string): Message | undefined {
  if (to.trim() === '') return message('A speaker’s name can’t be empty.');
  if (/[\n\r]/.test(to)) return message('A speaker’s name stands on one line.');
  const line = `> 09:00:00  ${to}`;
  const speaker = readHeader(line, 0, line.length)?.speaker;
  if (speaker && line.slice(speaker.from, speaker.to) === to) return undefined;
  return message('A speaker’s name can’t begin or end with white space.');
}

/** Whether a header with another name would still be read as one; a line that only resembles one may not be. */
function canHold({ text, speaker, wellFormed }: Entry, name: string): boolean {
  if (wellFormed) return true;
  const end = endOfLine(text, 0);
  const line = text.slice(0, speaker.from) + name + text.slice(speaker.to, end);
  const miss = readNearMiss(line, 0, line.length);
  return miss !== undefined && line.slice(miss.header.speaker.from, miss.header.speaker.to) === name;
}

function changesInFrontMatter(document: ChatDocument, from: string, to: string): TextChange[] {
  const block = document.frontMatter;
  if (!block) return [];
  const changes: TextChange[] = [];
  let end = 0;
  for (const { name, lines } of contentOf(block).fields) {
    // Several keys may share their lines.
    if (!['author', 'talks', 'speakers'].includes(name) || lines.from < end) continue;
    end = lines.to;
    const yaml = block.text.slice(lines.from, lines.to);
    for (const change of renameInFields(yaml, from, to)) changes.push({ ...change, ...shiftSpan(change, lines.from) });
  }
  return changes;
}

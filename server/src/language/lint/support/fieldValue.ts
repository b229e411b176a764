import { deriveValue, modelOf } from '../../frontMatter/derive.js';
import { canonicalTail } from '../../frontMatter/values.js';
import type { FrontMatter } from '../../syntax/block.js';
import type { ChatDocument } from '../../syntax/document.js';
import type { Field } from '../../syntax/frontMatter.js';
import { endOfLine } from '../../text/lines.js';
import { type Message, message } from '../../text/message.js';
import type { TextChange } from '../../text/span.js';
import type { Finding, Fix } from '../rule.js';
import { gapAfter, placeOf } from './frontMatterPlaces.js';

/** A field, and what its value is looked at with. */
export interface Subject {
  readonly document: ChatDocument;
  readonly block: FrontMatter;
  readonly field: Field;
  /** The value as it is written. */
  readonly written: string;
  /** Text of the neighbouring log. */
  neighbour(): string | undefined;
}

/** A finding on the value, or, where there is none, on the key. */
export function finding({ block, field }: Subject, said: Message, fix?: Fix | undefined): Finding {
  return { ...placeOf(block, field), message: said, ...(fix && { fixes: [fix] }) };
}

/** A fix that writes the value otherwise. */
export function replacing({ field }: Subject, text: string, safe: boolean): Fix {
  return { title: message('Write it “{0}”', text), safe, changes: [{ ...field.value, insert: text }] };
}

/** Where a value is empty: the one that the log tells. */
export function checkEmpty(subject: Subject): Finding | undefined {
  const { field, document } = subject;
  const { content, name } = field;
  if (content !== null && !(typeof content === 'string' && content.trim() === '')) return undefined;
  const derived = deriveValue(document, name, modelOf(subject.neighbour()));
  const change = derived && fillingOf(subject, derived.text);
  return finding(
    subject,
    message('“{0}” has no value.', name),
    change && { title: message('Write it “{0}”', derived.text), safe: derived.sure, changes: [change] },
  );
}

/** The change that gives an empty field a value; `undefined` where something else stands in its place. */
function fillingOf({ block, field, written }: Subject, value: string): TextChange | undefined {
  const behind = block.text.slice(field.value.to, endOfLine(block.text, field.value.to)).trim();
  if (written !== '')
    return /[\n\r]/.test(written) || !/^(?:#|$)/.test(behind) ? undefined : { ...field.value, insert: value };
  const from = field.key.to + 1;
  const to = endOfLine(block.text, from);
  if (block.text.slice(from, to).trim() !== '') return undefined;
  const gap = gapAfter(block, field.name);
  return { from, to, insert: gap + value + (gap.length > 1 ? canonicalTail(field.name) : '') };
}

/** Whether a value is written in quotes. */
export const isQuoted = (written: string): boolean => /^["']/.test(written);

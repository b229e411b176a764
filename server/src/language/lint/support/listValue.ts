import { isNonText, quoted, textValue } from '../../frontMatter/values.js';
import { contentOf } from '../../syntax/frontMatter.js';
import { message } from '../../text/message.js';
import type { TextChange } from '../../text/span.js';
import type { Finding } from '../rule.js';
import { checkEmpty, finding, isQuoted, replacing, type Subject } from './fieldValue.js';
import { placeOf } from './frontMatterPlaces.js';

/** What is wrong with a value that has to be a list of text. */
export function checkList(subject: Subject): Finding | undefined {
  const { field, written } = subject;
  const { content } = field;
  if (Array.isArray(content)) return checkItems(subject, content);
  const empty = checkEmpty(subject);
  if (empty) return empty;
  const said = message('“{0}” has to be a list, such as “[chat]”.', field.name);
  if (typeof content === 'object' || /[\n\r]/.test(written) || /^[&*!|>]/.test(written)) return finding(subject, said);
  const inner = typeof content === 'string' ? content : written;
  const items = inner
    .replace(/^\[(.*)\]$/su, '$1')
    .split(/[,，、;；]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return finding(subject, said, replacing(subject, `[${items.map(flowItem).join(', ')}]`, true));
}

/** Text as an item of a list in one line. */
const flowItem = (text: string): string => (/[,[\]{}]/.test(text) ? quoted(text) : textValue(text));

function checkItems(subject: Subject, items: readonly unknown[]): Finding | undefined {
  const { block } = subject;
  const { spanOf } = contentOf(block);
  const changes: TextChange[] = [];
  let first: Finding | undefined;
  for (const [index, item] of items.entries()) {
    const span = spanOf([subject.field.name, index]);
    if (!span) continue;
    const written = block.text.slice(span.from, span.to);
    if (typeof item === 'string' && (isQuoted(written) || !isNonText(written))) continue;
    const quotable =
      written !== '' &&
      (typeof item !== 'object' || item === null) &&
      !/[\n\r]/.test(written) &&
      !/^[&*![{]/.test(written);
    if (quotable) changes.push({ ...span, insert: quoted(written) });
    first ??= {
      ...(written === '' ? placeOf(block, subject.field) : span),
      message:
        quotable || written === ''
          ? message('“{0}” is not text to every reader of YAML, unless it stands in quotes.', written || '~')
          : message('Each item of “{0}” has to be text.', subject.field.name),
    };
  }
  if (!first) return undefined;
  if (changes.length === 0) return first;
  return { ...first, fixes: [{ title: message('Put it in quotes'), safe: true, changes }] };
}

import { deriveDay } from '../../frontMatter/derive.js';
import { readDate, type WrittenDate } from '../../frontMatter/values.js';
import { parseClock } from '../../text/clock.js';
import { type Message, message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import { isDay } from '../logDay.js';
import type { Finding, Fix } from '../rule.js';
import { checkEmpty, finding, isQuoted, replacing, type Subject } from './fieldValue.js';

/** What the exporter writes as the time of every `date`. */
const NOON = '12:00:00';

/** What is wrong with a value that has to be a day and a time. */
export function checkDate(subject: Subject): Finding | undefined {
  const { field, block, written } = subject;
  const empty = checkEmpty(subject);
  if (empty) return empty;
  const quote = isQuoted(written) ? 1 : 0;
  const inner = { from: field.value.from + quote, to: field.value.to - quote };
  const text = block.text.slice(inner.from, inner.to);
  // Else it stands in several lines or a list, or holds escapes, as nobody writes a date.
  const inOneLine = !/[\n\r]/.test(text) && (typeof field.content !== 'object' || field.content === null);
  const date = inOneLine ? readDate(text) : undefined;
  if (!date) return checkOther(subject, text, inOneLine ? inner : undefined);
  return date.wellFormed ? checkParts(subject, date, text, inner) : checkForm(subject, date, text, inner);
}

/** A day and a time written as they should be, one of which there is not. */
function checkParts(
  { document }: Subject,
  { day, time = '' }: WrittenDate,
  text: string,
  { from }: Span,
): Finding | undefined {
  if (!isDay(day)) {
    const span = { from, to: from + day.length };
    const derived = deriveDay(document);
    return found(
      span,
      message('“{0}” is no day of the calendar.', day),
      derived && set(span, derived.day, derived.sure),
    );
  }
  if (parseClock(time) !== undefined) return undefined;
  const at = from + text.indexOf(time, day.length);
  const span = { from: at, to: at + time.length };
  return found(span, message('“{0}” is no time of the day.', time), set(span, NOON, false));
}

/** A day, with or without a time, in another form. */
function checkForm({ document }: Subject, { day, time, offset }: WrittenDate, text: string, span: Span): Finding {
  const timeFits = time === undefined || parseClock(time) !== undefined;
  if (isDay(day) && timeFits) return found(span, notWritten(text), set(span, `${day} ${time ?? NOON}${offset}`, true));
  const derived = deriveDay(document);
  const meant = `${isDay(day) ? day : derived?.day} ${(timeFits && time) || NOON}${offset}`;
  return found(span, notWritten(text), isDay(day) || derived ? set(span, meant, false) : undefined);
}

/** Something else. */
function checkOther(subject: Subject, text: string, span: Span | undefined): Finding {
  const derived = deriveDay(subject.document);
  const meant = derived && `${derived.day} ${NOON}`;
  if (span) return found(span, notWritten(text), meant === undefined ? undefined : set(span, meant, false));
  const fix = meant !== undefined && !/[\n\r]/.test(text) ? replacing(subject, meant, false) : undefined;
  return finding(subject, message('“{0}” has to be a day and a time.', subject.field.name), fix);
}

function found({ from, to }: Span, said: Message, fix: Fix | undefined): Finding {
  return { from, to, message: said, ...(fix && { fixes: [fix] }) };
}

function set({ from, to }: Span, text: string, safe: boolean): Fix {
  return { title: message('Write it “{0}”', text), safe, changes: [{ from, to, insert: text }] };
}

const notWritten = (text: string): Message => message('“{0}” is not written as “YYYY-MM-DD HH:MM:SS”.', text);

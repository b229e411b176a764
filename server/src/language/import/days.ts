import { isDay } from '../lint/logDay.js';
import type { ChatMessage } from './chatMessage.js';

/** A message whose day is known. */
export interface DatedMessage extends ChatMessage {
  readonly day: string;
}

/**
 * Gives each message its day: its own; that of the one before it, or the first that is told, where it has none; the year
 * that is nearest, where it lacks that. `day` is the log's. `undefined` where nothing tells.
 */
export function withDays(
  messages: readonly ChatMessage[],
  day: string | undefined,
): readonly DatedMessage[] | undefined {
  const reference = day ?? messages.find((message) => message.day?.length === 10)?.day;
  const told = messages.map((message) =>
    message.day?.length === 5 ? reference && nearestDay(message.day, reference) : message.day,
  );
  let current = day ?? told.find((each) => each !== undefined);
  const dated: DatedMessage[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.day !== undefined && told[index] === undefined) return undefined;
    current = told[index] ?? current;
    if (current === undefined) return undefined;
    dated.push({ ...message, day: current });
  }
  return dated;
}

/** The day `MM-DD` that is nearest to another day. */
function nearestDay(monthDay: string, day: string): string {
  const year = Number(day.slice(0, 4));
  const distance = (other: string): number => Math.abs(Date.parse(other) - Date.parse(day));
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((years) => `${String(year + years).padStart(4, '0')}-${monthDay}`);
  return days.filter(isDay).sort((a, b) => distance(a) - distance(b))[0] ?? day;
}

/** The messages of each day, days and messages in the order in which they come. */
export function byDay<Message extends DatedMessage>(messages: readonly Message[]): ReadonlyMap<string, Message[]> {
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const same = days.get(message.day);
    if (same) same.push(message);
    else days.set(message.day, [message]);
  }
  return days;
}

import type { Now } from '../language/index.js';

/** What the clock of this machine shows, in its time zone. */
export function localTime(): Now {
  const date = new Date();
  const pair = (value: number): string => String(value).padStart(2, '0');
  return {
    day: `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`,
    seconds: date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds(),
  };
}

import { type Message, message } from '../../language/index.js';

/** How long something took, for people to read; from an hour on without the seconds. */
export function durationText(seconds: number): Message {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return message('{0} s', seconds);
  if (minutes < 60) {
    return seconds % 60 === 0 ? message('{0} min', minutes) : message('{0} min {1} s', minutes, seconds % 60);
  }
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? message('{0} h', hours) : message('{0} h {1} min', hours, minutes % 60);
}

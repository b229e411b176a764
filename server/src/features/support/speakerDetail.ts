import { formatClock, message, type RankedSpeaker, type Text } from '../../language/index.js';

/** What tells a person from others in a list of speakers: how much they say, and when they last did. */
export function speakerDetail({ entries, lastTime, elsewhere }: RankedSpeaker, say: (text: Text) => string): string {
  const parts: string[] = [];
  if (entries > 0) {
    parts.push(
      lastTime === undefined
        ? say(message('Entries here: {0}', entries))
        : say(message('Entries here: {0}, the last at {1}', entries, formatClock(lastTime))),
    );
  }
  if (elsewhere) {
    parts.push(
      elsewhere.lastDay === undefined
        ? say(message('In other logs: {0}', elsewhere.entries))
        : say(message('In other logs: {0}, the last on {1}', elsewhere.entries, elsewhere.lastDay)),
    );
  }
  return parts.join(' · ');
}

import { soundsOfName, spellingOf } from '../../language/index.js';

/** Editors compare no more of a text. */
const LONGEST = 128;

/** What a proposal is found by: `start`, which is what was typed before the words; each word, and its initials and sound. */
export function filterText(start: string, words: readonly string[]): string {
  const keys = new Set(words);
  for (const word of words) {
    for (const sounds of soundsOfName(word)) {
      // What is spelt as it is written is found by that.
      if (!sounds.some((sound) => sound.length > 1)) continue;
      const { full, initials } = spellingOf(sounds);
      keys.add(initials);
      keys.add(full);
    }
  }
  return (start + [...keys].join(' ')).slice(0, LONGEST);
}

import { soundsOfName, spellingOf } from '../text/pinyin.js';

/** How well a word fits a text, the best first. */
export const fits = ['exact', 'prefix', 'substring', 'subsequence', 'initials', 'pinyin'] as const;

/** How a word was found in a text. */
export interface TextMatch {
  readonly fit: (typeof fits)[number];
  /** What was found where the text does not show it: the sound of a part of it. Else absent. */
  readonly spelled: string | undefined;
}

/** Looks for a word, normalised by {@link normalized}, in a text; `undefined` where it is not found. */
export function matchText(text: string, word: string): TextMatch | undefined {
  const { plain, sounds } = keysOf(text);
  if (plain.startsWith(word)) return literal(plain.length === word.length ? 'exact' : 'prefix');
  if (plain.includes(word)) return literal('substring');
  if (holdsInOrder(plain, word)) return literal('subsequence');
  if (!TYPED.test(word)) return undefined;
  for (const { initials, all } of sounds()) {
    const from = initials.indexOf(word);
    if (from >= 0) return spelled('initials', all.slice(from, from + word.length));
  }
  for (const { initials, all } of sounds()) {
    const part = partSpelled(all, initials, word);
    if (part) return spelled('pinyin', part);
  }
  return undefined;
}

/** Finds out beforehand what is compared of a text. */
export function prepareText(text: string): void {
  keysOf(text).sounds();
}

/** A text as it is compared: without differences of case, width and composition. */
export const normalized = (text: string): string => text.normalize('NFKC').toLowerCase();

const literal = (fit: TextMatch['fit']): TextMatch => ({ fit, spelled: undefined });

const spelled = (fit: TextMatch['fit'], part: readonly string[]): TextMatch => ({ fit, spelled: part.join('') });

/** What can be typed of a sound. */
const TYPED = /^[a-z0-9]+$/;

/** What is compared of a text. */
interface TextKeys {
  readonly plain: string;
  /** For each way to read it; none where its sounds are but its letters. */
  readonly sounds: () => readonly Sounds[];
}

interface Sounds {
  readonly all: readonly string[];
  /** The first letter of each. */
  readonly initials: string;
}

/**
 * The same names stand in hundreds of logs, so the keys of each are kept. Names come and go while headers are typed; from
 * so many on, all are forgotten at once.
 */
const MOST_KEPT = 50_000;
const kept = new Map<string, TextKeys>();

function keysOf(text: string): TextKeys {
  let keys = kept.get(text);
  if (!keys) {
    let sounds: readonly Sounds[] | undefined;
    keys = {
      plain: normalized(text),
      sounds: () => {
        sounds ??= readSounds(text);
        return sounds;
      },
    };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, keys);
  }
  return keys;
}

function readSounds(text: string): readonly Sounds[] {
  const readings = soundsOfName(text).filter((reading) => reading.some((sound) => sound.length > 1));
  return readings.map((all) => ({ all, initials: spellingOf(all).initials }));
}

/** Whether the word's characters stand in the text in their order, others between them. */
function holdsInOrder(text: string, word: string): boolean {
  let at = 0;
  for (const character of word) {
    const found = text.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}

/** The neighbouring sounds whose beginnings, one after another, are the word: `linyn` and `lyinuo` for `lin yi nuo`. */
function partSpelled(sounds: readonly string[], initials: string, word: string): readonly string[] | undefined {
  for (let from = initials.indexOf(word.charAt(0)); from >= 0; from = initials.indexOf(word.charAt(0), from + 1)) {
    // So much of the word may have been typed by the sounds so far.
    let typed: ReadonlySet<number> = new Set([0]);
    for (let to = from; typed.size > 0 && to < sounds.length; to++) {
      typed = typedWith(sounds[to] as string, word, typed);
      if (typed.has(word.length)) return sounds.slice(from, to + 1);
    }
  }
  return undefined;
}

function typedWith(sound: string, word: string, before: ReadonlySet<number>): ReadonlySet<number> {
  const typed = new Set<number>();
  for (const at of before) {
    for (let length = 1; length <= sound.length && word[at + length - 1] === sound[length - 1]; length++) {
      typed.add(at + length);
    }
  }
  return typed;
}

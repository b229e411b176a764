import { firstOfSyllable, lastOfAll, otherwiseRead, surnameReadings } from './pinyinTable.js';

/** How a text is typed by its sound: without tones, `ü` as `v`, letters and digits as they are, in lower case. */
export interface Spelling {
  /** `meigui` for 玫瑰. */
  readonly full: string;
  /** `mg` for 玫瑰. */
  readonly initials: string;
}

/** What finds a character's syllable; made when first asked for, since few sessions ask. */
interface Table {
  readonly compare: (a: string, b: string) => number;
  /** The syllables in the collation's order, and the first character of each. */
  readonly syllables: readonly string[];
  readonly first: readonly string[];
}

let table: Table | undefined;
/** The syllables found so far; for characters without one, nothing. */
let known: Map<string, string | undefined> | undefined;
let surnames: ReadonlyMap<string, string> | undefined;

/**
 * The syllable of a Chinese character, the usual one of several; `undefined` for other characters, and where the platform
 * has no pinyin collation.
 *
 * No dictionary is shipped: CLDR's collation `zh-u-co-pinyin`, which every browser and Node carry, orders characters by
 * their sound, so the first character of each syllable tells where it begins.
 */
export function syllableOf(character: string): string | undefined {
  known ??= wordsByCharacter(otherwiseRead);
  if (known.has(character)) return known.get(character);
  const syllable = findSyllable(character);
  known.set(character, syllable);
  return syllable;
}

/** How a text is typed by its sound; both are empty where nothing of it can be. */
export function spellings(text: string): Spelling {
  return spellingOf(soundsOf(text));
}

/** The spelling that sounds come to. */
export function spellingOf(sounds: readonly string[]): Spelling {
  return { full: sounds.join(''), initials: sounds.map((sound) => sound.charAt(0)).join('') };
}

/** What a text is typed with, in its order: a syllable for each Chinese character, and each letter and digit alone. */
export function soundsOf(text: string): readonly string[] {
  return soundsBy(text, syllableOf);
}

/** The sounds of a person's name: as of any text, and, where a surname in it is read otherwise, those too. */
export function soundsOfName(name: string): readonly (readonly string[])[] {
  const usual = soundsOf(name);
  const asSurname = surnameOf(name);
  return asSurname ? [usual, soundsBy(name, asSurname)] : [usual];
}

const IDEOGRAPH = /\p{Unified_Ideograph}/u;
const LETTERS = /[a-z0-9]/;

function soundsBy(text: string, read: (character: string, index: number) => string | undefined): readonly string[] {
  const sounds: string[] = [];
  let index = 0;
  for (const character of text) {
    const sound = read(character, index);
    if (sound !== undefined) sounds.push(sound);
    // Letters of full width and with accents are typed as plain ones.
    else sounds.push(...[...character.normalize('NFKD').toLowerCase()].filter((letter) => LETTERS.test(letter)));
    index += character.length;
  }
  return sounds;
}

/** Where Chinese characters begin, at the name's start or behind anything else: there a surname stands. */
const RUN = /(?<!\p{Unified_Ideograph})\p{Unified_Ideograph}/gu;

/** Reads the characters of a name, surnames as such; `undefined` where no surname in it is read otherwise. */
function surnameOf(name: string): ((character: string, index: number) => string | undefined) | undefined {
  surnames ??= wordsByCharacter(surnameReadings);
  const readings = new Map<number, string>();
  for (const { 0: character, index } of name.matchAll(RUN)) {
    const reading = surnames.get(character);
    if (reading !== undefined) readings.set(index, reading);
  }
  return readings.size === 0 ? undefined : (character, index) => readings.get(index) ?? syllableOf(character);
}

function findSyllable(character: string): string | undefined {
  if (!IDEOGRAPH.test(character)) return undefined;
  table ??= makeTable();
  const { compare, syllables, first } = table;
  if (syllables.length === 0 || compare(character, lastOfAll) > 0) return undefined;
  let low = 0;
  let high = first.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(first[middle] as string, character) <= 0) low = middle + 1;
    else high = middle;
  }
  return syllables[Math.max(0, low - 1)];
}

function makeTable(): Table {
  const locale = 'zh-u-co-pinyin';
  const { compare } = new Intl.Collator(locale);
  // A platform may know the locale and still order by radicals or strokes; both put 中 first.
  const inPinyinOrder = Intl.Collator.supportedLocalesOf(locale).length > 0 && compare('波', '中') < 0;
  const words = inPinyinOrder ? [...wordsByCharacter(firstOfSyllable)] : [];
  return { compare, syllables: words.map(([, syllable]) => syllable), first: words.map(([character]) => character) };
}

/** Reads a table: words of Latin letters and a character, in either order. */
function wordsByCharacter(words: string): Map<string, string> {
  return new Map(words.split(' ').map((word) => [word.replace(/[a-z]/g, ''), word.replace(/[^a-z]/g, '')]));
}

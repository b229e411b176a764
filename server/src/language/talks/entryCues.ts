import { annotationsOf } from '../annotations/annotations.js';
import { saidIn } from '../annotations/saidIn.js';
import { type Entry, perBlock } from '../syntax/block.js';
import { textOf } from '../syntax/inline.js';
import { trimmedStart } from '../text/whiteSpace.js';
import { holds } from './cues.js';

/** So much of a body is looked at; announcements and closing words say what they are sooner. */
const HEAD = 400;
/** Longer than this, emoji not counted, an entry that signs in or applauds says more than that. */
const SHORT = 16;
/** From so many characters on a message is prepared rather than typed: it counts twice. */
const LONG = 80;

/** What can be known of an entry alone about the part it plays in a talk. */
export interface EntryCues {
  /** It signs in, and nothing else. */
  readonly signsIn: boolean;
  /** It applauds, or is made of emoji only. */
  readonly applauds: boolean;
  /** It asks something, whoever is asked. */
  readonly asks: boolean;
  /** A turn to all, as at the start of a talk. */
  readonly greets: boolean;
  /** Words that only a talk begins with. */
  readonly begins: boolean;
  /** Closing words that can hardly be anything else, or a call for questions. */
  readonly closes: boolean;
  /** Words that may close a talk or a part of it. */
  readonly trailsOff: boolean;
  /** It goes on to the next part. */
  readonly goesOn: boolean;
  /** How much it weighs as a contribution: 0 for sign-ins and applause, 2 for what was prepared, else 1. */
  readonly weight: 0 | 1 | 2;
}

/** The cues of an entry; found when first asked for, kept as long as it lives. Equal ones are the same object. */
export const cuesOf = perBlock((entry: Entry): EntryCues => shared(readCues(entry)));

const kinds = new Map<number, EntryCues>();

function shared(cues: EntryCues): EntryCues {
  const { signsIn, applauds, asks, greets, begins, closes, trailsOff, goesOn, weight } = cues;
  const answers = [signsIn, applauds, asks, greets, begins, closes, trailsOff, goesOn];
  const key = answers.reduce<number>((bits, answer) => 2 * bits + Number(answer), weight);
  const same = kinds.get(key);
  if (same) return same;
  kinds.set(key, cues);
  return cues;
}

/** The start of what an entry says, in which cues are looked for. */
export function headOf(entry: Entry): string {
  const { text, body } = entry;
  // What others remarked later is no part of a talk.
  if (annotationsOf(entry).length > 0) return saidIn(entry).slice(0, HEAD).trimEnd();
  const from = trimmedStart(text, body.from, body.to);
  return text.slice(from, Math.min(body.to, from + HEAD)).trimEnd();
}

/** The speaker's name as it stands in the header. */
export const nameOf = (entry: Entry): string => textOf(entry, entry.speaker);

/** A name that is mentioned, and the `?` that the exporter wrote for the character that ends it; lost emoji are `??`. */
const MENTION = /@[^\s@?]{1,40}\??|\?{2,}/g;
const EMOJI_LIKE = /\[[^[\]\n]{1,12}\]|[\p{Extended_Pictographic}\p{P}\p{S}\s]/gu;

function readCues(entry: Entry): EntryCues {
  const head = headOf(entry);
  if (head.startsWith('![')) return PICTURE;
  const said = head.replace(MENTION, '');
  const words = said.length > HEAD / 2 ? said : said.replace(EMOJI_LIKE, '');
  const short = words.length <= SHORT;
  const marked = /[?？]/.test(said);
  const signsIn = short && !marked && holds(said, 'signsIn') && !/[停始结結]/.test(said);
  const applauds = !signsIn && !marked && (words === '' || (short && holds(said, 'applauds')));
  const goesOn = holds(head, 'goesOn');
  const handsOver = holds(head, 'handsOver');
  return {
    signsIn,
    applauds,
    asks: !signsIn && !applauds && !handsOver && (marked || holds(said, 'asks')),
    greets: holds(head, 'greets'),
    begins: holds(head, 'begins'),
    closes: handsOver || (!goesOn && holds(head, 'closes')),
    trailsOff: !goesOn && holds(head, 'trailsOff'),
    goesOn,
    weight: signsIn || applauds ? 0 : words.length >= LONG ? 2 : 1,
  };
}

/** A picture weighs as a message does, and says nothing that could be read. */
const PICTURE: EntryCues = {
  signsIn: false,
  applauds: false,
  asks: false,
  greets: false,
  begins: false,
  closes: false,
  trailsOff: false,
  goesOn: false,
  weight: 1,
};

import { type Entry, perBlock } from '../syntax/block.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { holds, placeOf } from './cues.js';
import { headOf } from './entryCues.js';
import { titleIn } from './title.js';

/** What an entry says of a talk to come. */
export interface Notice {
  /** Whether it calls a talk off, or announces one. */
  readonly kind: 'announced' | 'calledOff';
  /** The names of those who are to present, as the organiser writes them; none where it names nobody. */
  readonly names: readonly string[];
  readonly title: string | undefined;
  /** Whether it asks somebody to present; else it only adds a topic to what was announced. */
  readonly invites: boolean;
  /** Month and day that it names before any other, such as 4月10日; `undefined` where it speaks of today. */
  readonly date: { readonly month: number | undefined; readonly day: number } | undefined;
}

/** What the entry announces or calls off; `undefined` where it does neither, or for another day than today. */
export function noticeOf(entry: Entry): Notice | undefined {
  // Most entries speak of no talk; to keep that takes longer than to look again.
  return holds(headOf(entry), 'talk') ? noticeIn(entry) : undefined;
}

const noticeIn = perBlock((entry: Entry): Notice | undefined => {
  const head = headOf(entry);
  const other = placeOf(head, 'otherDay');
  const today = placeOf(head, 'today');
  if (other < today) return undefined;
  const date = dateIn(head, today);
  if (holds(head, 'calledOff')) return { kind: 'calledOff', names: [], title: undefined, invites: false, date };
  const names = namesIn(entry, head);
  const title = titleIn(head);
  const invites = holds(head, 'invites') && (names.length > 0 || title !== undefined);
  if (!invites && !title?.sure) return undefined;
  return { kind: 'announced', names, title: title?.text, invites, date };
});

const DATE = /(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*[日号號]|\d{4}[-/.](\d{1,2})[-/.](\d{1,2})/;

/** The date that stands before `today`. */
function dateIn(head: string, today: number): Notice['date'] {
  const match = DATE.exec(head);
  if (!match || match.index > today) return undefined;
  const month = match[1] ?? match[3];
  return { month: month === undefined ? undefined : Number(month), day: Number(match[2] ?? match[4]) };
}

/** A name without an `@`: between the words that ask somebody and those that say what for. */
const ASKED =
  /(?:[請请]到|邀[請请]到?|有[請请]|由|今[天晚]是)(?:了|一位|我们的)?\s*([^\s@，。“《!！]{2,16}?)\s*(?:同[學学]|老[師师]|先生)?\s*(?:[來来給给為为做作]|分享|主[講讲])/;
const WELCOMED =
  /\b(?:welcome|by|(?:talk|speaker|presentation) is)\s+((?:[A-Z][\w'-]*)(?: [A-Z][\w'-]*){0,2})|\b([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}) will (?:talk|speak|present|give)\b/;

/** A mention of the whole group. */
const EVERYBODY = /^(?:所有人|全[體体]成[員员]|all|everyone)$/i;

function namesIn(entry: Entry, head: string): readonly string[] {
  const to = entry.body.from + head.length;
  const mentioned = marksOf(entry)
    .flatMap((mark) => (mark.kind === 'mention' && mark.span.from < to ? [textOf(entry, mark.name)] : []))
    .filter((name) => !EVERYBODY.test(name));
  if (mentioned.length > 0) return mentioned;
  const [, first, second = first] = ASKED.exec(head) ?? WELCOMED.exec(head) ?? [];
  return second === undefined ? [] : [second];
}

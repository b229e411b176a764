import { type Message, message } from '../../language/index.js';

/** What a key of front matter is about. */
export interface KeyHelp {
  readonly purpose: Message;
  readonly allowed: Message;
  /** Some lines of YAML. */
  readonly example: string;
}

/** What the keys of front matter that are known are about, by key. */
export const keyHelp: ReadonlyMap<string, KeyHelp> = new Map([
  [
    'layout',
    {
      purpose: message('The layout of the page that the site makes of this log.'),
      allowed: message('The name of a layout; of logs it is “source”.'),
      example: 'layout:     source',
    },
  ],
  [
    'title',
    {
      purpose: message('The title of the page; it tells the day of the log.'),
      allowed: message('A text with the day, in quotes.'),
      example: 'title:      "2026-11-20-WeChat"',
    },
  ],
  [
    'date',
    {
      purpose: message('The day of all entries of this log.'),
      allowed: message('Day and time as YYYY-MM-DD HH:MM:SS, with or without an offset.'),
      example: 'date:       2026-11-20 12:00:00',
    },
  ],
  [
    'author',
    {
      purpose: message('Who presented on this day.'),
      allowed: message('A name; where nobody presented, a name for the group, or “None”.'),
      example: 'author:     林一诺',
    },
  ],
  [
    'lines',
    {
      purpose: message('How many messages the export tool counted; some versions counted text messages only.'),
      allowed: message('A whole number, not larger than the number of entries.'),
      example: 'lines:      202',
    },
  ],
  [
    'tag',
    {
      purpose: message('The tags under which the site lists the page.'),
      allowed: message('A list of texts.'),
      example: 'tag:        [chat]',
    },
  ],
  [
    'header-img',
    {
      purpose: message('The picture at the head of the page; only the site uses it.'),
      allowed: message('The address of a picture.'),
      example: 'header-img: "img/home-bg.jpg"',
    },
  ],
  [
    'talks',
    {
      purpose: message('The talks of the day: who presented what, from which entry to which.'),
      allowed: message(
        'A list; each talk has a title, a speaker, and the times of the speaker’s first and last entry in it.',
      ),
      example: 'talks:\n  - title: 清结算里的日切\n    speaker: 沈砚秋\n    start: "19:30:05"\n    end: "19:58:21"',
    },
  ],
  [
    'speakers',
    {
      purpose: message('The names that one person goes by in this log.'),
      allowed: message('For each person a name, and a list of the others.'),
      example: 'speakers:\n  林一诺: [一诺, 林一诺-青杉]',
    },
  ],
]);

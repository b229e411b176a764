import { textOf } from '../../syntax/inline.js';
import { message } from '../../text/message.js';
import type { EntryRule } from '../rule.js';

export const timeInvalid: EntryRule = {
  id: 'time-invalid',
  title: 'The time of an entry is one that a clock shows.',
  why: 'A time beyond 23:59:59 has no place in the order of the day, so nothing that goes by time can find the entry.',
  severity: 'error',
  scope: 'entry',
  concerns: ({ seconds }) => seconds === undefined,
  *check(entry) {
    if (entry.seconds !== undefined) return;
    yield { ...entry.time, message: message('There is no such time as {0}.', textOf(entry, entry.time)) };
  },
  invalid: [
    { text: '> <[25:61:00]>  Ann\nhi\n' },
    { text: '> 09:00:00  Ann\nhi\n> <[24:00:00]>  Bob  \n\nyes\n> <[09:00:60]>  Ann\nok\n' },
    { text: '> 09:00:00  Ann\nhi\n＞ <[９:７５:00]>  Bob\nyes\n' },
  ],
  valid: [{ text: '> 00:00:00  Ann\nhi\n> 23:59:59  Ann\nhi\n' }, { text: '> 09:00:00  Ann\n25:61:00 is no time\n' }],
};

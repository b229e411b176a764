import { perChunk } from '../../syntax/chunk.js';
import { Sign } from '../../syntax/signs.js';
import { type Message, message } from '../../text/message.js';
import { damageOfEncoding, type EncodingDamage } from '../../text/mojibake.js';
import { shiftSpan } from '../../text/span.js';
import type { DocumentRule, Examples, Finding } from '../rule.js';

/** The first damaged place of a chunk. */
const damageIn = perChunk((chunk): EncodingDamage | undefined => {
  if ((chunk.signs & Sign.damage) === 0) return undefined;
  let from = 0;
  for (const { text, signs } of chunk.blocks) {
    // The pattern alone would take most of the time of a check.
    const damage = signs & Sign.damage ? damageOfEncoding(text) : undefined;
    if (damage) return { ...damage, ...shiftSpan(damage, from) };
    from += text.length;
  }
  return undefined;
});

export const encodingDamaged: DocumentRule = {
  id: 'encoding-damaged',
  title: 'A log is UTF-8 without a byte order mark, and was read as such.',
  why:
    'A log that was saved in GBK and read as UTF-8, or the other way round, holds characters that nobody wrote; saved ' +
    'again like that, what was lost is lost. A byte order mark before the front matter makes Jekyll take the log for a ' +
    'file without any, and the page is not built.',
  severity: 'warning',
  scope: 'document',
  *check(document) {
    const [first] = document.blocks();
    const marks = /^\ufeff+/.exec(first?.block.text ?? '')?.[0].length ?? 0;
    if (marks > 0) yield byteOrderMark(marks);
    for (const { chunk, from } of document.chunks()) {
      const damage = damageIn(chunk);
      if (!damage) continue;
      yield { ...shiftSpan(damage, from), message: MESSAGES[damage.kind] };
      return;
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '<[\ufeff]>---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '<[\ufeff\ufeff]>> 09:00:00  Ann\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '> 09:00:00  Ann\n早上<[\ufffd\ufffd]>，\ufffd\n' },
    { text: '> 09:00:00  <[锟斤拷锟斤拷]>\nhi\n' },
    { text: '> 09:00:00  Ann\n<[鎴戜]>滑杩欐槸鍦ㄥ叕\n' },
    { text: '> 09:00:00  Ann\nhi <[ä½\u00a0å¥½ï¼Œ]>\n' },
    { text: '> 09:00:00  Ann\nhi <[â€œ]>well\n' },
    { text: '> 09:00:00  Ann\n<[ÔçÉÏºÃ]>\n' },
  ],
  valid: [
    { text: '---\nlayout: source\n---\n> 09:00:00  Ann??\n早上好，区块鏈，寮步，?? 25°C······\n' },
    { text: '> 09:00:00  René\nété à l’hôtel «Zoë» …\n' },
  ],
};

const MESSAGES: Readonly<Record<EncodingDamage['kind'], Message>> = {
  lost: message(
    'Characters are lost here: the log was read as UTF-8 and is not; reopen it with its own encoding, mostly GB 18030, before it is saved.',
  ),
  lostForGood: message(
    'Characters were lost here when a log in GBK was read as UTF-8 and saved; only an older copy has them.',
  ),
  utf8AsGbk: message('This is UTF-8 that was read as GBK; reopen the log with the encoding UTF-8.'),
  utf8AsLatin: message('This is UTF-8 that was read as a Western encoding; reopen the log with the encoding UTF-8.'),
  gbkAsLatin: message('This is GBK that was read as a Western encoding; reopen the log with the encoding GB 18030.'),
};

function byteOrderMark(length: number): Finding {
  const span = { from: 0, to: length };
  return {
    ...span,
    message: message('The log begins with a byte order mark.'),
    fixes: [{ title: message('Remove the byte order mark'), safe: true, changes: [{ ...span, insert: '' }] }],
  };
}

import assert from 'node:assert/strict';
import { emojis, findEmoji } from '../../../server/src/language/emoji/emoji.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';

/** Texts in brackets that the corpus has often and that are no emoji: numbering of paragraphs, titles, placeholders. */
const NOT_EMOJI = /^(?:[一二三四五六七八九十\d]+|\d{4}-.*|.{7,})$/;

describe('Emoji table', () => {
  it('gives each text between brackets to one emoji', () => {
    const seen = new Map<string, string>();
    for (const { code, spellings } of emojis) {
      for (const spelling of spellings) {
        assert.equal(seen.get(spelling), undefined, `[${spelling}] stands for ${seen.get(spelling)} and for ${code}`);
        seen.set(spelling, code);
      }
    }
  });

  it('has a glyph and a code for each, and no text that could not stand between brackets', () => {
    for (const { code, glyph, spellings } of emojis) {
      assert.match(glyph, /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f|^\u{1f005}/u, code);
      assert.equal(spellings[0], code);
      for (const spelling of spellings) assert.match(spelling, /^[^\s[\]()](?:[^[\]()\n]{0,22}[^\s[\]()])?$/, code);
    }
  });

  it('finds an emoji by each of its names, and only by them', () => {
    for (const emoji of emojis) {
      for (const spelling of emoji.spellings) assert.equal(findEmoji(spelling), emoji);
    }
    assert.equal(findEmoji('強')?.code, '强');
    assert.equal(findEmoji('ThumbsUp')?.code, '强');
    for (const no of ['', '2026', '招商银行', 'ok', 'toString', '[强]']) assert.equal(findEmoji(no), undefined);
  });

  itWithCorpus('knows every code that the corpus has three times', () => {
    const counts = new Map<string, number>();
    for (const { text } of corpusLogs()) {
      for (const [, code = ''] of text.matchAll(/(?<!!)\[([^[\]\n]+)\](?!\()/g))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const unknown = [...counts].filter(([code, count]) => count >= 3 && !NOT_EMOJI.test(code) && !findEmoji(code));
    assert.deepEqual(
      unknown.filter(([code]) => code !== 'chat'),
      [],
    );
    assert.ok(counts.size > 50);
  });
});

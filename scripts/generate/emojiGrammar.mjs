import { emojis } from '../../server/src/language/emoji/emoji.ts';

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** @type {import('../generate.mjs').Generator} The emoji codes in the grammar; the rest of it is written by hand. */
export const emojiGrammar = {
  path: 'syntaxes/chatlog.tmLanguage.json',
  generate(current) {
    const { match } = JSON.parse(current).repository.emoji;
    const spellings = emojis.flatMap((emoji) => emoji.spellings);
    // Hundreds of codes are tried at each bracket; a look at the first character spares almost all of it.
    const first = [...new Set(spellings.map((spelling) => spelling.charAt(0)))].join('');
    const wanted = `\\[(?=[${first}])(?:${spellings.map(escaped).join('|')})\\]`;
    // Only this one string changes: its place in the file is found by what it holds now.
    return current.replace(JSON.stringify(match), () => JSON.stringify(wanted));
  },
};

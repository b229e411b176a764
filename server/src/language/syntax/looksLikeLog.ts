import { readBlocks } from './block.js';

/** As much of a file as is looked at: front matter and the first entries of any log fit well within. */
const LOOKED_AT = 16_384;

/** Whether a text is a chat log: front matter, then an entry. Anything else, however close, is left alone. */
export function looksLikeLog(text: string): boolean {
  const blocks = readBlocks(text.slice(0, LOOKED_AT), 'log');
  return blocks[0]?.kind === 'frontMatter' && blocks.some((block) => block.kind === 'entry' && block.wellFormed);
}

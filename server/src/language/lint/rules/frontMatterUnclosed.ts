import { nearFenceOf } from '../../syntax/frontMatter.js';
import { endOfLine } from '../../text/lines.js';
import { message } from '../../text/message.js';
import { trimmedEnd } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples } from '../rule.js';
import { lineBreakOf, openingFence } from '../support/frontMatterPlaces.js';

export const frontMatterUnclosed: DocumentRule = {
  id: 'front-matter-unclosed',
  title: 'Front matter is closed by a line `---`.',
  why: 'Without the closing line the site takes the whole log for front matter and shows nothing of it.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    const block = document.frontMatter;
    if (!block || block.closed) return;
    const { text } = block;
    const meant = nearFenceOf(block);
    if (meant) {
      yield {
        ...meant,
        message: message('The front matter is not closed: this line should be “---”.'),
        fixes: [{ title: message('Close the front matter'), safe: true, changes: [{ ...meant, insert: '---' }] }],
      };
      return;
    }
    // Behind the last line that says something; blank lines up to the first entry stay where they are.
    const at = endOfLine(text, trimmedEnd(text, 0, text.length));
    const lineBreak = lineBreakOf(text);
    const rest = at < text.length || document.blockCount === 1 ? '' : lineBreak;
    yield {
      ...openingFence(block),
      message: message('This front matter is not closed: a line “---” is missing before the first entry.'),
      fixes: [
        {
          title: message('Close the front matter'),
          safe: true,
          changes: [{ from: at, to: at, insert: `${lineBreak}---${rest}` }],
        },
      ],
    };
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '<[---]>\nlayout: source\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[---]>\r\nlayout: source\r\n\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\nlayout: source\r\n---\r\n\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '---\nlayout: source\n<[--]>\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nlayout: source\n<[———]>  \n\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\n---  \n\n> 09:00:00  Ann\nhi\n',
    },
    { text: '<[---]>\n> 09:00:00  Ann\nhi\n', fixed: '---\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '<[---]>\ntag:\n- chat', fixed: '---\ntag:\n- chat\n---' },
  ],
  valid: [
    { text: '---\nlayout: source\n---\n> 09:00:00  Ann\n---\nhi\n' },
    { text: '---\nlayout: source\n...\n> 09:00:00  Ann\nhi\n' },
  ],
};

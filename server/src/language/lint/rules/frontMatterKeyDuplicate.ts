import type { FrontMatter } from '../../syntax/block.js';
import { contentOf, type Field } from '../../syntax/frontMatter.js';
import { message } from '../../text/message.js';
import type { DocumentRule, Examples, Fix } from '../rule.js';

export const frontMatterKeyDuplicate: DocumentRule = {
  id: 'front-matter-key-duplicate',
  title: 'A key stands in front matter once.',
  why: 'Of a key that stands there twice, one reader takes the first value, another the last, and a third refuses both.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    const block = document.frontMatter;
    if (!block) return;
    const firsts = new Map<string, Field>();
    for (const field of contentOf(block).fields) {
      const first = firsts.get(field.name);
      if (!first) {
        firsts.set(field.name, field);
        continue;
      }
      const removal = removalOf(block, first, field);
      yield {
        ...field.key,
        message: message('“{0}” stands here a second time.', field.name),
        related: [{ ...first.key, message: message('“{0}” stands here first.', field.name) }],
        ...(removal && { fixes: [removal] }),
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '---\ntitle: 春游\nlayout: source\n<[title]>: "春游"\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: 春游\nlayout: source\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\r\ntag:\t[chat]\r\n<[tag]>:\r\n- chat\r\n<[tag]>: [chat]\r\nauthor: Ann\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\ntag:\t[chat]\r\nauthor: Ann\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    { text: '---\nauthor: Ann\n<[author]>: Bob\n---\n> 09:00:00  Ann\nhi\n' },
    // A comment would be lost.
    { text: '---\ntag: [chat]\n<[tag]>:\n- chat # what else\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nauthor: Ann\n<[author]>: Ann # the presenter\n---\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    { text: '---\nauthor: Ann\nAuthor: Ann\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntalks:\n  - title: 日切\n  - title: 日切\ntitle: 日切\n---\n> 09:00:00  Ann\nhi\n' },
  ],
};

/** The removal of the second of two that say the same; `undefined` where something would be lost with it. */
function removalOf({ text }: FrontMatter, first: Field, second: Field): Fix | undefined {
  const { lines, key, value } = second;
  if (JSON.stringify(first.content) !== JSON.stringify(second.content)) return undefined;
  const rest = text.slice(lines.from, key.from) + text.slice(Math.max(key.to + 1, value.to), lines.to);
  // Keys that share their lines, as `{a: 1, a: 1}` does, are left to the writer.
  const alone = rest.trim() === '' && !text.slice(key.to, value.to).includes('#');
  return alone
    ? { title: message('Remove the second “{0}”', second.name), safe: true, changes: [{ ...lines, insert: '' }] }
    : undefined;
}

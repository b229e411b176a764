import { deriveValue, modelOf } from '../../frontMatter/derive.js';
import { keyOf } from '../../frontMatter/keys.js';
import type { FrontMatter } from '../../syntax/block.js';
import { contentOf } from '../../syntax/frontMatter.js';
import { message } from '../../text/message.js';
import type { DocumentRule, Examples } from '../rule.js';
import { faultsOf } from '../support/frontMatterFaults.js';
import { insertionOf, openingFence, placeOfKey } from '../support/frontMatterPlaces.js';

export const frontMatterKeyMissing: DocumentRule = {
  id: 'front-matter-key-missing',
  title: 'Front matter has `layout`, `title`, `date`, `author` and `tag`.',
  why: 'The site builds its pages and lists from these keys; a log without one of them is published wrong or not at all.',
  severity: 'error',
  scope: 'document',
  *check(document, { options, files }) {
    const block = document.frontMatter;
    if (!block) return;
    const missing = missingKeys(block, options.requiredKeys);
    if (missing.length === 0) return;
    const model = modelOf(files.neighbour(document.uri));
    for (const key of missing) {
      const derived = deriveValue(document, key, model);
      yield {
        ...openingFence(block),
        message: message('The front matter has no “{0}”.', key),
        ...(derived && {
          fixes: [
            {
              title: message('Insert “{0}: {1}”', key, derived.text),
              safe: derived.sure,
              changes: [insertionOf(block, key, derived.text)],
              joins: true,
            },
          ],
        }),
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '<[---]>\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed:
        '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: None\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[<[---]>]>\nlayout:     source \ndate:       2026-11-20 12:00:00\nauthor:     "PaymentGroup"\n---\n> 09:00:00  Ann\nhi\n',
      fixed:
        '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     "PaymentGroup"\n' +
        'tag:\t\t  [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[<[---]>]>\r\ntitle: 春游\r\n# comment\r\nauthor: Ann\r\ntag:\r\n- chat\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed:
        '---\r\nlayout: source\r\ntitle: 春游\r\ndate: 2026-11-20 12:00:00\r\n# comment\r\nauthor: Ann\r\ntag:\r\n- chat\r\n---\r\n' +
        '> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '<[---]>\nlayout: source\ntitle: x\ndate: 2026-11-20 12:00:00\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      neighbour:
        '---\nlayout: source\ntitle: y\ndate: 2026-11-19 12:00:00\nauthor: "PaymentGroup"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed:
        '---\nlayout: source\ntitle: x\ndate: 2026-11-20 12:00:00\nauthor: "PaymentGroup"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[---]>\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n> 09:00:00  Ann\nhi\n',
      options: { requiredKeys: ['lines'] },
      fixed: '---\nlines: 2\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[---]>\n  title: x\n  tag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      options: { requiredKeys: ['layout', 'title', 'tag'] },
      fixed: '---\n  layout: source\n  title: x\n  tag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[---]>\nlayout: source',
      options: { requiredKeys: ['tag'] },
      fixed: '---\nlayout: source\ntag: [chat]',
    },
    { text: '<[---]>\ntitle: x\n---\n> 09:00:00  Ann\nhi\n', options: { requiredKeys: ['subtitle'] } },
  ],
  valid: [
    {
      text: '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: Ann\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '> 09:00:00  Ann\nhi\n' },
    { text: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n', options: { requiredKeys: ['tag'] } },
    // Others say what is wrong with a key that is there, but not as it should be.
    { text: '---\nlayout: source\ntitle：x\ndate:\nauther: Ann\ntag: #x\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n???\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n> 09:00:00  Ann\nhi\n' },
  ],
};

/** The keys that are not there, nor meant by a line that something else is wrong with; in the order in which they come in a log. */
function missingKeys(block: FrontMatter, required: readonly string[]): readonly string[] {
  const { fields } = contentOf(block);
  const present = new Set(fields.map(({ name }) => name));
  const missing = required.filter((key) => !present.has(key));
  if (missing.length === 0) return missing;
  const { faults } = faultsOf(block);
  // Without any key at all, and not closed, it is hardly front matter.
  if (fields.length === 0 && faults.length === 0 && !block.closed) return [];
  if (faults.some(({ name }) => name === undefined)) return [];
  const meant = new Set([...fields, ...faults].map(({ name = '' }) => keyOf(name) ?? name));
  return missing.filter((key) => !meant.has(key)).sort((a, b) => placeOfKey(a) - placeOfKey(b));
}

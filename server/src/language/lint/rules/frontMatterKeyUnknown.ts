import { type MeantKey, meantKey } from '../../frontMatter/keys.js';
import { message } from '../../text/message.js';
import type { DocumentRule, Examples } from '../rule.js';
import { faultsOf } from '../support/frontMatterFaults.js';

export const frontMatterKeyUnknown: DocumentRule = {
  id: 'front-matter-key-unknown',
  title: 'Keys of front matter are spelt right.',
  why:
    'A key that is spelt otherwise is another key: nobody reads `auther` or `Title`, and the one that was meant is ' +
    'missing. Keys that are like none of the known ones are fine; the site passes them on.',
  severity: 'warning',
  scope: 'document',
  *check(document, { options }) {
    const block = document.frontMatter;
    if (!block) return;
    const { faults, sound } = faultsOf(block);
    let present: Set<string> | undefined;
    for (const field of sound) {
      const meant = meantKey(field.name);
      if (!meant || options.requiredKeys.includes(field.name)) continue;
      present ??= new Set([...sound, ...faults].map(({ name = '' }) => name));
      if (isWordOfItsOwn(meant, present.has(meant.key), options.requiredKeys)) continue;
      const rename = !present.has(meant.key);
      present.add(meant.key);
      yield {
        ...field.key,
        message: message('“{0}” is no key that is known; what is meant is “{1}”.', field.name, meant.key),
        ...(rename && {
          fixes: [
            {
              title: message('Rename it to “{0}”', meant.key),
              safe: true,
              changes: [{ ...field.key, insert: meant.key }],
            },
          ],
        }),
      };
    }
  },
};

export const examples: Examples = {
  invalid: [
    { text: '---\n<[auther]>: Ann\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nauthor: Ann\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n<[Title]>: 春游\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\n<[ｔａｇ]>: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\n<[标题]>: 春游\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n<["line"]>: 1\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nlines: 1\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\n<[tags]>: [chat]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\n<[TITLE]>: 春游\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\n<[dtae]>: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\n<[aothur]>: Ann\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nauthor: Ann\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\n<[Titel]>: 春游\n<[titlle]>: 归来\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: 春游\ntitlle: 归来\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\nauthor: Ann\n<[Author]>: Bob\n---\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    { text: '---\nheader-img: img/bg.jpg\nsubtitle: 春游\ncatalog: true\nlang: zh\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntag: [chat]\ntags: [chat, 清算]\nlinks: [a]\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlinks: [a]\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntalks:\n  - Title: 日切\n---\n> 09:00:00  Ann\nhi\n' },
  ],
};

/** Whether a key that is like another may well be meant as it is. */
function isWordOfItsOwn(meant: MeantKey, present: boolean, required: readonly string[]): boolean {
  return meant.ordinary && (present || !required.includes(meant.key));
}

import { entryCount } from '../../frontMatter/derive.js';
import { contentOf } from '../../syntax/frontMatter.js';
import { message } from '../../text/message.js';
import type { DocumentRule, Examples } from '../rule.js';

export const linesMismatch: DocumentRule = {
  id: 'lines-mismatch',
  title: 'A log has at least as many entries as `lines` says.',
  why:
    'The exporter counts the messages it writes, in older logs the text messages alone. So `lines` may be less than the ' +
    'entries there are; where it is more, either it is wrong or messages have been lost. That is why setting it is left ' +
    'to a person.',
  severity: 'warning',
  scope: 'document',
  *check(document) {
    const block = document.frontMatter;
    if (!block) return;
    const fields = contentOf(block).fields.filter(({ name }) => name === 'lines');
    const [field] = fields;
    const written = field && block.text.slice(field.value.from, field.value.to);
    // Two of them, or something else than a count, is for other rules.
    if (!written || fields.length > 1 || !/^(?:0|[1-9]\d*)$/.test(written)) return;
    const entries = entryCount(document);
    if (Number(written) <= entries) return;
    yield {
      ...field.value,
      message:
        entries === 1
          ? message('“lines” says {0}, but the log has 1 entry only.', written)
          : message('“lines” says {0}, but the log has {1} entries only.', written, entries),
      fixes: [
        {
          title: message('Set it to {0}', entries),
          safe: false,
          changes: [{ ...field.value, insert: String(entries) }],
        },
      ],
    };
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '---\nlines:      <[3]> \n---\n> 09:00:00  Ann\nhi\n> 09:00:01  Bob\nhi\n',
      fixed: '---\nlines:      2 \n---\n> 09:00:00  Ann\nhi\n> 09:00:01  Bob\nhi\n',
    },
    {
      text: '---\r\nlines: <[2]> # counted\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\nlines: 1 # counted\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    { text: '---\nlines: <[1]>\n---\n', fixed: '---\nlines: 0\n---\n' },
  ],
  valid: [
    { text: '---\nlines: 2\n---\n> 09:00:00  Ann\nhi\n> 09:00:01  Bob\nhi\n' },
    { text: '---\nlines: 1\n---\n> 09:00:00  Ann\nhi\n\n> 9:00:01 Bob\nhi\n' },
    { text: '---\nlines: 9\nlines: 1\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlines: many\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n' },
  ],
};

import { deriveDay, type FrontMatterModel, modelOf } from '../../frontMatter/derive.js';
import { newFrontMatter, openWith } from '../../frontMatter/newFrontMatter.js';
import type { ChatDocument } from '../../syntax/document.js';
import { endOfLine } from '../../text/lines.js';
import { message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import { trimmedEnd } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples, Finding, Fix } from '../rule.js';
import { lineBreakOf } from '../support/frontMatterPlaces.js';
import { type LostFrontMatter, lostFrontMatter } from '../support/lostFrontMatter.js';

const BYTE_ORDER_MARK = 0xfeff;

export const frontMatterMissing: DocumentRule = {
  id: 'front-matter-missing',
  title: 'A log begins with front matter.',
  why:
    'The site publishes only files that begin with front matter, between two lines `---`, and takes title, date and ' +
    'author from it. What is inserted is told by the file name and the entries, in the form of the neighbouring log. ' +
    'It is left to a person where the day is not in the file name, or somebody seems to have presented.',
  severity: 'error',
  scope: 'document',
  *check(document, { options, files }) {
    if (document.frontMatter || document.blockCount === 0) return;
    const lost = lostFrontMatter(document);
    if (lost) {
      yield lostFinding(beginningOf(document), lost);
      return;
    }
    const last = document.block(document.blockCount - 1);
    if (last.block.kind !== 'entry') return;
    const fix = insertion(document, options.requiredKeys, modelOf(files.neighbour(document.uri)));
    yield {
      ...firstLine(beginningOf(document)),
      message: message('This log has no front matter.'),
      ...(fix && { fixes: [fix] }),
    };
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '<[> 09:00:00  Ann]>  \nhi\n> 09:00:01  Bob\nhi\n',
      fixed:
        '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
        'lines:      2 \ntag:\t\t  [chat]\n---\n> 09:00:00  Ann  \nhi\n> 09:00:01  Bob\nhi\n',
    },
    {
      text: '\ufeff<[> 09:00:00  Ann]>\r\nhi\r\n',
      neighbour:
        '---\nlayout: post\ntitle: \'2026-11-19-WeChat\'\ndate: 2026-11-19 09:00:00 +0800\nauthor: "PaymentGroup"\n' +
        'subtitle: 春游\ntag: [chat, 清算]\nheader-img: "img/bg.jpg"\n---\n> 09:00:00  Ann\nhi\n',
      fixed:
        '\ufeff---\r\nlayout: post\r\ntitle: \'2026-11-20-WeChat\'\r\ndate: 2026-11-20 09:00:00 +0800\r\nauthor: "PaymentGroup"\r\n' +
        'tag: [chat, 清算]\r\nheader-img: "img/bg.jpg"\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '<[Read this first]>\n> 09:00:00  Ann\nhi\n',
      options: { requiredKeys: ['title', 'tag'] },
      neighbour: '---\ntag:\n- chat\n---\n',
      fixed:
        '---\ntitle:      "2026-11-20-WeChat"\nlines:      1 \ntag:\t\t  [chat]\n---\nRead this first\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[title: 春游]>\n> 09:00:00  Ann\nhi\n',
      options: { requiredKeys: ['title', 'tag'] },
      neighbour: '---\ntag: [chat] # all of them\n---\n',
      fixed: '---\ntitle:      "2026-11-20-WeChat"\ntag: [chat]\n---\ntitle: 春游\n> 09:00:00  Ann\nhi\n',
    },
    { text: '<[> 09:00:00  Ann]>\nhi\n', fileName: 'log.txt' },
    // Front matter that does not begin as it should.
    {
      text: '<[layout: source]>\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '<[——]>\r\nlayout: source\r\ntitle: 春游\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\nlayout: source\r\ntitle: 春游\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '\n  \n<[---]>\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '--\n<[--]>\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
    { text: 'Read this first\n<[---]>\nlayout: source\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    { text: '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\n> 09:00:00  Ann\nhi\n' },
    { text: '' },
    { text: 'No entries here.\n' },
  ],
};

/** The text of the log's first block, so that the whole need not be put together. */
const beginningOf = (document: ChatDocument): string => document.block(0).block.text;

/** The line that a log without front matter begins with. */
function firstLine(text: string): Span {
  const from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return { from, to: trimmedEnd(text, from, endOfLine(text, from)) };
}

/** A finding on front matter whose opening line is not there, not first, or not as it should be. */
function lostFinding(text: string, { fence, from, first }: LostFrontMatter): Finding {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const title = message('Begin the log with “---”');
  const line = fence ?? { from, to: trimmedEnd(text, from, endOfLine(text, from)) };
  const fixes = (changes: Fix['changes']): readonly Fix[] => [{ title, safe: true, changes }];
  if (!first) {
    return { ...line, message: message('Front matter counts only at the very start of a log; text stands before it.') };
  }
  if (!fence) {
    return {
      ...line,
      message: message('The front matter has no opening line “---”.'),
      fixes: fixes([{ from: start, to: from, insert: `---${lineBreakOf(text)}` }]),
    };
  }
  return text.slice(fence.from, fence.to) === '---'
    ? {
        ...line,
        message: message('Front matter counts only at the very start of a log; blank lines stand before it.'),
        fixes: fixes([{ from: start, to: fence.from, insert: '' }]),
      }
    : {
        ...line,
        message: message('The front matter is not opened: this line should be “---”.'),
        fixes: fixes([{ from: start, to: fence.to, insert: '---' }]),
      };
}

/** Inserts the front matter that the log should have; `undefined` where nothing tells its day. */
function insertion(
  document: ChatDocument,
  required: readonly string[],
  model: FrontMatterModel | undefined,
): Fix | undefined {
  const day = deriveDay(document);
  if (!day) return undefined;
  const { lines, sure } = newFrontMatter(document, required, model);
  return { title: message('Insert front matter'), safe: day.sure && sure, changes: [openWith(document, lines)] };
}

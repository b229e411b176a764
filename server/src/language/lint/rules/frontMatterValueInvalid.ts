import { deriveValue } from '../../frontMatter/derive.js';
import { isNonText, quoted } from '../../frontMatter/values.js';
import { message } from '../../text/message.js';
import type { DocumentRule, Examples, Finding } from '../rule.js';
import { checkDate } from '../support/dateValue.js';
import { checkEmpty, finding, isQuoted, replacing, type Subject } from '../support/fieldValue.js';
import { faultsOf } from '../support/frontMatterFaults.js';
import { checkList } from '../support/listValue.js';

export const frontMatterValueInvalid: DocumentRule = {
  id: 'front-matter-value-invalid',
  title: 'Values of front matter are of the kind that their keys want.',
  why:
    'The site takes `date` for a time, `tag` for a list, `lines` for a count, and the others for text. Its reader is one ' +
    'of YAML 1.1, to which `yes` is no text but a truth, `012` is ten, and `12:00` is 720; others read that otherwise. ' +
    'Quotes make text of anything.',
  severity: 'error',
  scope: 'document',
  *check(document, { files }) {
    const block = document.frontMatter;
    if (!block) return;
    const { sound } = faultsOf(block);
    for (const [key, check] of CHECKS) {
      const fields = sound.filter(({ name }) => name === key);
      const [field] = fields;
      // Which of two counts is to be settled first.
      if (!field || fields.length > 1) continue;
      const written = block.text.slice(field.value.from, field.value.to);
      const neighbour = (): string | undefined => files.neighbour(document.uri);
      const found = check({ document, block, field, written, neighbour });
      if (found) yield found;
    }
  },
};

export const examples: Examples = {
  invalid: [
    // No value.
    {
      text: '---\nlayout:     source \n<[title]>:\nauthor: Ann\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\nauthor: Ann\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\nlayout: source\ntitle: <[""]>\n<[tag]>:  \n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\r\n<[lines]>:\r\ndate: <[~]>\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
      fixed: '---\r\nlines: 1\r\ndate: 2026-11-20 12:00:00\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n',
    },
    {
      text: '---\ntitle: <[""]> # none\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat" # none\n---\n> 09:00:00  Ann\nhi\n',
    },
    // Text.
    { text: '---\ntitle: <[yes]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntitle: "yes"\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\nauthor: <[012]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nauthor: "012"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[12:00]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "12:00"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[2026-11-20]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: <[[玫瑰]]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "[玫瑰]"\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\nauthor:\n<[- Ann\n- Bob]>\n---\n> 09:00:00  Ann\nhi\n' },
    // `date`.
    {
      text: '---\ndate: <[2026-11-31]> 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: 2026-11-20 <[25:61:00]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: <[2026-3-2 9:05:00 +0800]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-03-02 09:05:00 +0800\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: <[2026-11-20]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: "<[2026年3月2日 12：00：00]>"\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: "2026-03-02 12:00:00"\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ndate: <[yesterday]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    // `lines`.
    { text: '---\nlines: <["1"]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nlines: 1\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlines: <[012]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nlines: 12\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\nlines: <[1_000]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\nlines: 1000\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\nlines: <[many]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nlines: 1\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nlines: <[-1]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\nlines: 1\n---\n> 09:00:00  Ann\nhi\n' },
    // `tag`.
    { text: '---\ntag: <[chat]>\n---\n> 09:00:00  Ann\nhi\n', fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ntag: <[chat，清算, 春游]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat, 清算, 春游]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: <["[chat]"]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: [chat, <[012]>, yes]\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: [chat, "012", "yes"]\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntag: <[a[b, @c]>\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntag: ["a[b", "@c"]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ntag: <[{chat: 清算}]>\n---\n> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    {
      text:
        '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
        'lines:      0 \ntag:\t\t  [chat]\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\ndate: "2026-11-20 12:00:00 +0800"\ntag:\n- chat\n- "012"\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ndate: 2026-11-20T12:00:00+08:00\ntitle: "yes"\nauthor: \'12:00\'\nlayout: 2026-11-20-x\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '---\nheader-img: yes\nsubtitle:\ntags: chat\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\nauthor:\nauthor: Ann\n---\n> 09:00:00  Ann\nhi\n' },
  ],
};

type Check = (subject: Subject) => Finding | undefined;

const CHECKS: readonly (readonly [string, Check])[] = [
  ['layout', checkText],
  ['title', checkText],
  ['date', checkDate],
  ['author', checkText],
  ['lines', checkLines],
  ['tag', checkList],
];

function checkText(subject: Subject): Finding | undefined {
  const { field, written } = subject;
  const empty = checkEmpty(subject);
  if (empty) return empty;
  if (typeof field.content === 'string' && (isQuoted(written) || !isNonText(written))) return undefined;
  const inOneLine = !/[\n\r]/.test(written) && !/^[&*!|>]/.test(written);
  return finding(
    subject,
    typeof field.content === 'object'
      ? message('“{0}” has to be text.', field.name)
      : message('“{0}” is not text to every reader of YAML, unless it stands in quotes.', written),
    inOneLine ? replacing(subject, quoted(written), true) : undefined,
  );
}

function checkLines(subject: Subject): Finding | undefined {
  const { field, document, written } = subject;
  if (/^(?:0|[1-9]\d*)$/.test(written)) return undefined;
  const empty = checkEmpty(subject);
  if (empty) return empty;
  const plain = written
    .normalize('NFKC')
    .replace(/^(["'])(.*)\1$/su, '$2')
    .trim();
  // `202条` and `[202]` say a number as well.
  const digits = /^\[?\s*\+?0*(\d[\d_,]*)(?:\.0*)?\s*(?:\]|[条行]|lines?)?$/.exec(plain)?.[1]?.replace(/[_,]/g, '');
  const derived = deriveValue(document, 'lines');
  const inOneLine = !/[\n\r]/.test(written);
  return finding(
    subject,
    message('“{0}” is no count.', inOneLine ? written : field.name),
    inOneLine ? replacing(subject, digits ?? derived?.text ?? '0', digits !== undefined) : undefined,
  );
}

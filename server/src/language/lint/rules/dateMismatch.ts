import type { ChatDocument } from '../../syntax/document.js';
import { contentOf } from '../../syntax/frontMatter.js';
import { type Message, message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import { type DayEvidence, dayEvidence, firstPictureOf, imageDay, weighDays } from '../logDay.js';
import type { DocumentRule, Examples, Finding } from '../rule.js';

type Source = DayEvidence['source'];

export const dateMismatch: DocumentRule = {
  id: 'date-mismatch',
  title: 'Title, `date` and file name are of the same day.',
  why:
    'The site sorts logs by `date`, people look for them by title, and tools by file name; a log that is of two days is ' +
    'found under neither. The odd one out is what is marked; where two stand against two, the texts of the pictures, ' +
    'which hold the day as well, decide.',
  severity: 'warning',
  scope: 'document',
  *check(document) {
    const evidence = dayEvidence(document);
    const { day: right, decided } = weighDays(document, evidence);
    if (right === undefined) return;
    const noDay = titleWithoutDay(document, evidence, right);
    const pictures = imageDay(document);
    if (!noDay && evidence.every(({ day }) => day === right)) {
      yield* picturesOfAnotherDay(document, right, pictures);
      return;
    }
    const odd = evidence.filter(({ day }) => day !== right);
    const backing = evidence.filter(({ day }) => day === right).map(({ source }) => source);
    const pictured = pictures === right;
    const safe = decided && backing.length + Number(pictured) >= 2 && odd.length + Number(noDay !== undefined) === 1;
    if (noDay) yield findingOf('title', noDay, noDay.day, right, backing, safe);
    for (const { source, day, span } of odd) {
      if (span) {
        if (isTwice(document, source)) continue;
        yield findingOf(source, span, day, right, backing, safe);
      } else {
        const place = evidence.find((piece) => piece.span && piece.day === right)?.span;
        if (place)
          yield { ...place, message: message('This log is of {0}, but its file is named for {1}.', right, day) };
      }
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '---\ntitle: "<[2026-11-19]>-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: "2026-11-20-WeChat"\ndate: <[2026-11-02]> 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: "<[2026-11-31]>-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fixed: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text: '---\ntitle: "<[2026-11-20]>-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fileName: '2026-11-21-WeChat.txt',
    },
    {
      text:
        '---\ntitle: "<[2026-11-19]>-WeChat"\ndate: <[2026-11-19]> 12:00:00\n---\n' +
        '> 09:00:00  Ann\n![2026-11-20 09:00:00](http://img.example.org/20261120_090000.png)\n',
      fixed:
        '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n' +
        '> 09:00:00  Ann\n![2026-11-20 09:00:00](http://img.example.org/20261120_090000.png)\n',
    },
    {
      text: '---\ntitle: 2026-11-20\ndate: <[2026-11-19]> 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
      fileName: 'log.txt',
      fixed: '---\ntitle: 2026-11-20\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    {
      text:
        '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n' +
        '> 09:00:00  Ann\n![<[2026-11-19]> 09:00:00](http://img.example.org/20261119_090000.png)\n',
    },
  ],
  valid: [
    { text: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntitle: "2026-11-19 和 2026-11-20"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n' },
    { text: '---\ntitle: 春游\n---\n> 09:00:00  Ann\nhi\n' },
    // A date that is none is for another rule.
    { text: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-31 12:00:00\n---\n> 09:00:00  Ann\nhi\n' },
    {
      text: '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\n![2026-11-19 09:00:00](a.png)\n',
    },
    // Which of two dates counts is to be settled first.
    {
      text: '---\ntitle: 2026-11-20\ndate: 2026-11-19 12:00:00\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\nhi\n',
    },
    { text: '> 09:00:00  Ann\nhi\n', fileName: 'log.txt' },
  ],
};

/** What looks like a day in the title where it holds none as it should be written; `undefined` where it is the right one. */
function titleWithoutDay(
  document: ChatDocument,
  evidence: readonly DayEvidence[],
  right: string,
): (Span & { readonly day: string }) | undefined {
  const block = document.frontMatter;
  if (!block || evidence.some(({ source }) => source === 'title') || isTwice(document, 'title')) return undefined;
  const field = contentOf(block).fields.find(({ name }) => name === 'title');
  if (!field) return undefined;
  const match = /(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/.exec(block.text.slice(field.value.from, field.value.to));
  if (!match) return undefined;
  const day = match[0].replace(/-(\d)(?!\d)/g, '-0$1');
  const from = field.value.from + match.index;
  return day === right ? undefined : { from, to: from + match[0].length, day: match[0] };
}

/** Whether the key stands in the front matter twice; which of them counts is to be settled first. */
function isTwice({ frontMatter: block }: ChatDocument, key: Source): boolean {
  return block !== undefined && contentOf(block).fields.filter(({ name }) => name === key).length > 1;
}

function findingOf(
  source: Source,
  { from, to }: Span,
  day: string,
  right: string,
  backing: readonly Source[],
  safe: boolean,
): Finding {
  return {
    from,
    to,
    message: sayMismatch(source, day, right, backing),
    fixes: [{ title: message('Set it to {0}', right), safe, changes: [{ from, to, insert: right }] }],
  };
}

function sayMismatch(source: Source, day: string, right: string, backing: readonly Source[]): Message {
  if (source === 'title') {
    if (backing.includes('fileName')) return message('The title says {0}, but the file is named for {1}.', day, right);
    if (backing.includes('date')) return message('The title says {0}, but “date” says {1}.', day, right);
    return message('The title says {0}, but the pictures are of {1}.', day, right);
  }
  if (backing.includes('fileName')) return message('“date” says {0}, but the file is named for {1}.', day, right);
  if (backing.includes('title')) return message('“date” says {0}, but the title says {1}.', day, right);
  return message('“date” says {0}, but the pictures are of {1}.', day, right);
}

/** Where all else agrees, and most pictures are named for another day. */
function* picturesOfAnotherDay(
  document: ChatDocument,
  right: string,
  pictures: string | undefined,
): Generator<Finding> {
  if (pictures === undefined || pictures === right) return;
  const place = firstPictureOf(document, pictures);
  if (place) yield { ...place, message: message('The pictures are of {0}, but the log is of {1}.', pictures, right) };
}

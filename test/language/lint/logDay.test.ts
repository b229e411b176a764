import assert from 'node:assert/strict';
import { ChatDocument } from '../../../server/src/language/index.js';
import { dayEvidence, imageDay, isDay, logDay } from '../../../server/src/language/lint/logDay.js';

const picture = (day: string, address = day.replaceAll('-', '')): string =>
  `> 09:00:00  Ann\n![${day} 09:00:00](http://img.example.org/${address}_090000.png)\n`;

/** A log of three days of November 2026: of its title, its `date` and its file name. */
function logOf(title: number, date: number, file: number, rest = ''): ChatDocument {
  const text = `---\ntitle: "2026-11-${title}-WeChat"\ndate: 2026-11-${date} 12:00:00\n---\n${rest}`;
  return ChatDocument.parse(`file:///logs/2026-11-${file}-WeChat.txt`, 1, text);
}

const checkDay = (document: ChatDocument, day: number): void => assert.equal(logDay(document), `2026-11-${day}`);

describe('The day of a log', () => {
  it('is what most of title, date and file name say', () => {
    checkDay(logOf(20, 20, 20), 20);
    checkDay(logOf(19, 20, 20), 20);
    checkDay(logOf(20, 19, 20), 20);
    checkDay(logOf(20, 20, 19), 20);
    checkDay(logOf(18, 19, 20), 20);
  });

  it('is what the pictures say where two stand against two, and only there', () => {
    checkDay(logOf(19, 19, 20, picture('2026-11-20')), 20);
    checkDay(logOf(19, 19, 20), 19);
    checkDay(logOf(19, 19, 19, picture('2026-11-20')), 19);
  });

  it('is found in file names that are escaped, badly too', () => {
    for (const name of ['2026-11-20-%E7%BE%A4.txt', '2026-11-20-%E7.txt']) {
      assert.equal(logDay(ChatDocument.parse(`file:///logs/${name}`, 1, '')), '2026-11-20');
    }
    assert.equal(logDay(ChatDocument.parse('untitled:Untitled-1', 1, picture('2026-11-20'))), undefined);
  });

  it('leaves out what is no day, and of several days takes the one the file is named for', () => {
    assert.deepEqual(
      dayEvidence(logOf(31, 20, 20)).map(({ source }) => source),
      ['date', 'fileName'],
    );
    const two = ChatDocument.parse('file:///2026-11-20.txt', 1, '---\ntitle: 2026-11-19 和 2026-11-20\n---\n');
    assert.deepEqual(dayEvidence(two), [
      { source: 'title', day: '2026-11-20', span: { from: 24, to: 34 } },
      { source: 'fileName', day: '2026-11-20', span: undefined },
    ]);
  });

  it('is told by the pictures where most agree, text and address of each with one another', () => {
    const dayOf = (...pictures: string[]): string | undefined =>
      imageDay(ChatDocument.parse('file:///log.txt', 1, pictures.join('')));
    const [one, other] = ['2026-11-20', '2026-11-19'] as const;
    assert.equal(dayOf(picture(one), picture(one), picture(other)), one);
    assert.equal(dayOf(picture(one), picture(other)), undefined);
    assert.equal(dayOf(picture(one, '20261119')), undefined);
    assert.equal(dayOf(picture('2026-11-31')), undefined);
  });

  it('is a day of the calendar', () => {
    for (const day of ['2026-11-20', '2028-02-29', '0001-01-01']) assert.equal(isDay(day), true, day);
    for (const day of ['2026-11-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '']) {
      assert.equal(isDay(day), false, day);
    }
  });
});

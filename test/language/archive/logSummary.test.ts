import assert from 'node:assert/strict';
import { ChatDocument, summarize } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { parse } from '../../support/featureContext.js';

const LOG =
  '---\nlayout: source\nspeakers: {林一诺: [一诺]}\n' +
  'talks:\n  - {title: 微服务, speaker: 一诺, start: "09:00:01", end: "09:00:02"}\n  - title: Later\n    start: "11:00:00"\n---\n' +
  '> 09:00:00  Ann\nhi @一诺 and @阿泽 there\n<!-- @tag 春游, 路线 -->\n<!-- @note Cid: why\nnot? -->\n> 09:00:01  一诺\n@阿泽 早\n> 09:00:02  一诺\nbye\n';

describe('The summary of a log', () => {
  it('is all that an archive needs to know', () =>
    assert.deepEqual(summarize(parse(LOG)), {
      day: '2026-11-20',
      entries: 3,
      recorded: { 林一诺: ['一诺'] },
      speakers: [
        { name: 'Ann', entries: 1, place: { line: 8, column: 12, length: 3 } },
        { name: '一诺', entries: 2, place: { line: 13, column: 12, length: 2 } },
      ],
      mentions: ['一诺', '阿泽'],
      named: ['林一诺', '一诺'],
      talks: [
        {
          title: '微服务',
          speaker: '一诺',
          start: 32401,
          end: 32402,
          source: 'recorded',
          place: { line: 13, column: 12, length: 2 },
        },
        {
          title: 'Later',
          speaker: undefined,
          start: 39600,
          end: undefined,
          source: 'recorded',
          place: { line: 5, column: 4, length: 12 },
        },
      ],
      tags: [
        { name: '春游', places: [{ line: 8, column: 0, length: 15 }] },
        { name: '路线', places: [{ line: 8, column: 0, length: 15 }] },
      ],
      notes: [{ beginning: 'why not?', author: 'Cid', place: { line: 11, column: 0, length: 19 } }],
    }));

  it('of an empty text is empty', () =>
    assert.deepEqual(summarize(ChatDocument.parse('file:///a.txt', 0, '')), {
      day: undefined,
      entries: 0,
      recorded: {},
      speakers: [],
      mentions: [],
      named: [],
      talks: [],
      tags: [],
      notes: [],
    }));

  it('leaves out entries without a name among the speakers, and counts them', () => {
    const { entries, speakers } = summarize(parse('---\n---\n> 09:00:00  \nhi\n> 09:00:01  Ann\nhi\n'));
    assert.equal(entries, 2);
    assert.deepEqual(
      speakers.map(({ name }) => name),
      ['Ann'],
    );
  });

  it('is the same after edits as of the text read anew', () => {
    const edited = parse(LOG).edit({ from: LOG.length, to: LOG.length, insert: '> 09:00:03  阿泽\n@Ann hi\n' });
    assert.deepEqual(summarize(edited), summarize(parse(edited.text)));
  });

  /** Checks that each name stands where its place says. */
  function checkPlaces(document: ChatDocument): void {
    const summary = summarize(document);
    let entries = 0;
    for (const { name, entries: own, place } of summary.speakers) {
      const from = document.offsetAt(place);
      assert.ok(document.slice({ from, to: from + place.length }) === name, document.uri);
      entries += own;
    }
    assert.ok(entries <= summary.entries, document.uri);
  }

  it('names the places where the names stand in long logs', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `> 09:00:00  Ann ${index % 700}\nhi\n`).join('');
    for (const ending of ['\n', '\r\n']) checkPlaces(parse(`---\n---\n${text}`.replaceAll('\n', ending)));
  });

  itWithCorpus('names the places where the names stand in real logs', () => {
    for (const { path, text } of corpusLogs()) checkPlaces(ChatDocument.parse(`file:///${path}`, 0, text));
  });
});

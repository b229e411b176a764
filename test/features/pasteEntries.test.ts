import assert from 'node:assert/strict';
import { toOffset, toRange, toSpan } from '../../server/src/features/convert.js';
import { pasteEntries } from '../../server/src/features/pasteEntries.js';
import { applyChanges, ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, readLogs } from '../support/archiveContext.js';
import { FRONT_MATTER, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

const HEAD = '周牧 2026/11/20 9:05\n早\n';

/** What becomes of a log with `<|>` or `<[` `]>` where a text is pasted, `~` before each time that was filled in. */
async function check(
  marked: string,
  text: string,
  { trusting = false, archive = '' } = {},
): Promise<{ readonly log: string; readonly notes: readonly string[] } | undefined> {
  const { text: before, cursors, ranges } = readMarkers(marked);
  const document = parse(before);
  const span = ranges[0] ?? { from: cursors[0] ?? 0, to: cursors[0] ?? 0 };
  const context = archiveContext(readLogs([before, archive]));
  const range = toRange(document, span);
  const answer = await pasteEntries.answer(document, { textDocument: { uri }, range, text, trusting }, context);
  if (!answer) return undefined;
  const written = ChatDocument.parse(uri, 0, answer.newText);
  const marks = answer.filled.map((filled) => toSpan(written, filled).from);
  const insert = applyChanges(
    answer.newText,
    marks.map((from) => ({ from, to: from, insert: '~' })),
  );
  const at = toOffset(document, answer.at);
  const deleted = span.from < span.to ? [{ ...span, insert: '' }] : [];
  return { log: applyChanges(before, [...deleted, { from: at, to: at, insert }]), notes: answer.notes };
}

const ANN = '> 09:05:07  Ann  \n   \nhi  \n   \n';
const PASTED = '> ~09:05:08  周牧  \n   \n早  \n   \n';

describe('A conversation is pasted', () => {
  it('at the cursor, where its entry ends there', async () => {
    assert.equal((await check(`${FRONT_MATTER}${ANN}<|>`, HEAD))?.log, FRONT_MATTER + ANN + PASTED);
    assert.equal(
      (await check(`${FRONT_MATTER}${ANN}<|>${ANN}`, HEAD))?.log,
      FRONT_MATTER + ANN + PASTED.replace('08', '07') + ANN,
    );
    assert.equal((await check(`${FRONT_MATTER}${ANN}<|>\n\n`, HEAD))?.log, `${FRONT_MATTER + ANN + PASTED}\n\n`);
    const bare = `${FRONT_MATTER}> 09:05:07  Ann  \n   \nhi`;
    assert.equal((await check(`${bare}<|>`, HEAD))?.log, `${bare}\n   \n${PASTED}`);
    assert.equal((await check(`${bare}\n   <|>`, HEAD))?.log, `${bare}\n   \n${PASTED}`);
    assert.equal((await check(`${FRONT_MATTER}${ANN}<[\n\n]>`, HEAD))?.log, FRONT_MATTER + ANN + PASTED);
  });

  it('behind the entry, or the front matter, that the cursor is in', async () => {
    assert.equal(
      (await check(`${FRONT_MATTER}> 09:<|>05:07  Ann  \n   \nhi  \n   \n`, HEAD))?.log,
      FRONT_MATTER + ANN + PASTED,
    );
    const early = PASTED.replace('08', '00');
    assert.equal((await check(`<|>${FRONT_MATTER}${ANN}`, HEAD))?.log, FRONT_MATTER + early + ANN);
    assert.equal((await check(`${FRONT_MATTER}<|>`, HEAD))?.log, FRONT_MATTER + early);
    assert.equal((await check('<|>', HEAD))?.log, PASTED.replace('08', '00'));
  });

  it('with what is no message above it', async () => {
    const pasted = await check(`${FRONT_MATTER}${ANN}<|>`, `> 09:00:00  Cid\n\n${HEAD}`);
    assert.equal(pasted?.log, `${FRONT_MATTER + ANN}\\> 09:00:00  Cid  \n   \n${PASTED}`);
    assert.deepEqual(pasted.notes, ['What stands before the first message was not recognized; it stays as text.']);
  });

  it('with the day of messages that are not of the log’s', async () => {
    const pasted = await check(`${FRONT_MATTER}${ANN}<|>`, `${HEAD}周牧 2026/11/21 0:05\n好\n`);
    assert.equal(pasted?.log, `${FRONT_MATTER + ANN + PASTED}> 2026-11-21 ~00:05:00  周牧  \n   \n好  \n   \n`);
    assert.deepEqual(pasted.notes, [
      'Messages of another day than the log’s: 1 (2026-11-21). Their headers name the day.',
    ]);
  });

  it('with a word on times that are not in order', async () => {
    const { notes = [] } = (await check(`${FRONT_MATTER}> 10:00:00  Ann  \n   \nhi  \n<|>`, HEAD)) ?? {};
    assert.deepEqual(notes, ['Some times are not in order with those around them.']);
  });

  it('where names are known, from the log and the archive', async () => {
    const text = 'Ann:\nhi\n\nBob:\nho\n';
    const log = `${FRONT_MATTER}${ANN}<|>`;
    assert.equal(
      (await check(log, text, { archive: '> 09:00:00  Bob\nhi\n' }))?.log,
      `${FRONT_MATTER + ANN}> ~09:05:08  Ann  \n   \nhi  \n   \n> ~09:05:09  Bob  \n   \nho  \n   \n`,
    );
    assert.match((await check(log, text))?.log ?? '', /Ann {2}\n {3}\nhi {2}\n {3}\nBob: {2}\nho {2}\n/);
    assert.equal(await check(log, 'Bob:\nho\n'), undefined);
    assert.match((await check(log, 'Bob:\nho\n', { trusting: true }))?.log ?? '', /> ~09:05:08 {2}Bob/);
  });

  it('not where there is none', async () => {
    for (const text of ['', 'hi', '注意事项如下:\n1. 带身份证\n', '12:30 见\n好\n']) {
      assert.equal(await check(`${FRONT_MATTER}${ANN}<|>`, text), undefined);
    }
  });
});

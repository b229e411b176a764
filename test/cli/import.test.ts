import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { chatWriters, type Said, tableOf } from '../support/chatShapes.js';
import { checkLinearTime, LENGTHS } from '../support/linearTime.js';
import { type Ran, runCli, temporaryLogs } from '../support/runCli.js';

const say = (speaker: string, day: string, seconds: number, ...lines: string[]): Said => ({
  speaker,
  day,
  seconds,
  lines,
});
const DAY = '2026-11-20';
const MESSAGES = [
  say('林一诺', DAY, 27931, '早上好[Rose]', '第二行'),
  say('周牧', DAY, 27933, '> 09:00:00  Ann'),
  say('林一诺', DAY, 27999),
];
const NEXT = say('周牧', '2026-11-21', 60, '零点');
const writerOf = (name: string): string => chatWriters.find((writer) => writer.name === name)?.write(MESSAGES) ?? '';
const FRONT_MATTER =
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\nlines:      3 \ntag:\t\t  [chat]\n---\n';
const ENTRIES =
  '> 07:45:31  林一诺  \n   \n早上好[玫瑰]  \n第二行  \n   \n> 07:45:33  周牧  \n   \n\\> 09:00:00  Ann  \n   \n' +
  '> 07:46:39  林一诺  \n   \n  \n   \n';

/** Text in GBK: Node reads it only, so the few signs of a test are looked up by reading all of them. */
function gbk(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))),
  );
}

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('chatlog import', () => {
  let logs: ReturnType<typeof temporaryLogs>;
  beforeEach(() => {
    logs = temporaryLogs({});
  });
  afterEach(() => logs.remove());
  const run = (text: string | Uint8Array, ...argv: string[]): Promise<Ran> =>
    runCli(['import', '-', ...argv], { stdin: text });

  it('writes a log to the standard output, in each encoding', async () => {
    const qq = writerOf('QQ with numbers');
    for (const text of [qq, gbk(qq), utf16(qq), Buffer.from(`\ufeff${qq.replaceAll('\n', '\r\n')}`)]) {
      assert.deepEqual(await run(text), { code: 0, err: '', out: FRONT_MATTER + ENTRIES });
    }
  });

  it('reads the exporter’s table, and tells each damaged row by its number', async () => {
    const table = tableOf(MESSAGES);
    assert.deepEqual(await run(gbk(table)), { code: 0, err: '', out: FRONT_MATTER + ENTRIES });
    assert.deepEqual(await run(table, '--from', 'table'), { code: 0, err: '', out: FRONT_MATTER + ENTRIES });
    const rows = table.split('\r\n');
    const damaged = [
      ...rows.slice(0, 3),
      '<tr><td>x</td></tr>',
      rows[2]?.replace('07:45:31', '07:65:31'),
      ...rows.slice(3),
    ].join('\r\n');
    const { code, out, err } = await run(gbk(damaged));
    assert.deepEqual([code, out], [2, FRONT_MATTER + ENTRIES]);
    assert.equal(
      err,
      'chatlog: Row 3 has 1 cells in place of 7; it was left out.\n' +
        'chatlog: Row 4 has no time that can be read: “2026-11-20 07:65:31”; it was left out.\n',
    );
    // Cells that nobody escaped, and a file that was cut off.
    const raw = table.replace('第二行', '<script> a<b <!-- x').replace(/<\/td><\/tr>\r\n<\/table>.*/s, '');
    assert.match((await run(raw)).out, /\n<script> a<b <\\!\\-\\- x {2}\n {3}\n> 07:45:33/);
  });

  it('tells how many seconds were filled in', async () => {
    const { code, out, err } = await run(writerOf('WeChat for Mac'));
    assert.deepEqual([code, err], [0, 'chatlog: 2026-11-20: times with seconds that were filled in: 3 of 3.\n']);
    assert.deepEqual(out.match(/^> .{8}/gm), ['> 07:45:00', '> 07:45:01', '> 07:46:00']);
  });

  it('takes the day of messages that tell none, and says where they tell another', async () => {
    const windows = writerOf('WeChat for Windows');
    assert.match((await run(windows)).err, /^chatlog: The messages do not tell their day/m);
    assert.match((await run(windows, '--date', DAY, '--from', 'wechat')).out, /^date: {7}2026-11-20/m);
    const { err, out } = await run(writerOf('QQ with numbers'), '--date', '2026-11-19');
    assert.equal(err, 'chatlog: Some messages are not of 2026-11-19; they tell another day: 2026-11-20.\n');
    assert.equal(out, FRONT_MATTER + ENTRIES);
  });

  it('writes one log a day into a folder, after the model of its logs, and knows who speaks there', async () => {
    const model =
      '---\nlayout: post\ntitle: "2026-11-19-WeChat"\ndate: 2026-11-19 09:00:00\nauthor: None\ntag: [chat, 清算]\n---\n> 09:00:00  周牧\n\nhi\n';
    const folder = temporaryLogs({ '2026-11-19-chat.txt': model });
    const windows = `${writerOf('WeChat for Windows')}`.replace(/^林一诺:$/gm, '周牧:');
    const ran = await run(windows, '--date', DAY, '--output', folder.folder);
    assert.deepEqual([ran.code, ran.out], [0, `${folder.path('2026-11-20-chat.txt')}\n`]);
    assert.match(
      readFileSync(folder.path('2026-11-20-chat.txt'), 'utf8'),
      /^---\nlayout: post\ntitle: "2026-11-20-WeChat"\n[\s\S]*清算/,
    );
    folder.remove();
  });

  it('never writes over a log, and does the same again without harm', async () => {
    const text = chatWriters[5]?.write([...MESSAGES, NEXT]) ?? '';
    const folder = logs.path('new/folder');
    assert.deepEqual((await run(text)).code, 2);
    const first = await run(text, '--output', folder);
    assert.deepEqual([first.code, first.err], [0, '']);
    assert.deepEqual(readdirSync(folder), ['2026-11-20-WeChat.txt', '2026-11-21-WeChat.txt']);
    assert.equal(readFileSync(`${folder}/2026-11-20-WeChat.txt`, 'utf8'), FRONT_MATTER + ENTRIES);
    assert.deepEqual(await runCli(['check', folder]), {
      code: 0,
      err: '',
      out: 'Logs checked: 2; errors: 0, warnings: 0.\n',
    });
    assert.equal((await run(text, '--output', folder)).code, 0);
    const other = await run(text.replace('第二行', '别的'), '--output', folder);
    assert.equal(other.code, 2);
    assert.match(
      other.err,
      /2026-11-20-WeChat\.txt” is there already and was left as it is; its messages were not imported/,
    );
    assert.equal(readFileSync(`${folder}/2026-11-20-WeChat.txt`, 'utf8'), FRONT_MATTER + ENTRIES);
  });

  it('keeps what stands before the first message in a comment, which directs nothing', async () => {
    const { out, err } = await run(`chatlog-disable\n--> 09:00:00\n\n${writerOf('QQ with numbers')}`);
    assert.match(err, /What stands before the first message was not recognized/);
    assert.equal(out, `${FRONT_MATTER}<!-- (import)\nchatlog-disable\n\\-\\-\\> 09:00:00\n-->\n${ENTRIES}`);
  });

  it('puts messages in order, and says so', async () => {
    const { out, err } = await run(chatWriters[5]?.write([...MESSAGES].reverse()) ?? '');
    assert.match(err, /2026-11-20: messages that stood behind later ones, and were put in order: 2\./);
    assert.equal(out, FRONT_MATTER + ENTRIES);
  });

  it('says what is wrong in one sentence', async () => {
    for (const [argv, text, error] of [
      [[], 'hi\n', 'Nothing in “-” was recognized as messages of a chat program.'],
      [['--from', 'icq'], '', 'There is nothing to import from “icq”; it can be wechat, qq, whatsapp, table, auto.'],
      [['--date', '2026-02-30'], '', '“2026-02-30” is no day written as YYYY-MM-DD.'],
      [['--from', 'table'], 'hi', 'There is no table of HTML in it.'],
      [['more.txt'], '', 'Name one file, or “-” for the standard input.'],
      [[], 'Nora: 02-23 18:05:27\nhi\n', 'The messages do not tell their day, or not its year; say it with “--date”.'],
    ] as const) {
      assert.deepEqual(await run(text, ...argv), { code: 2, out: '', err: `chatlog: ${error}\n` });
    }
    assert.match((await runCli(['import', logs.path('none.txt')])).err, /^chatlog: There is no file “/);
    const odd = await run(Buffer.concat([Buffer.from(writerOf('QQ with numbers')), Buffer.from([0xff])]));
    assert.equal(odd.code, 2);
    assert.match(odd.err, /^chatlog: Characters of “-” that could not be read: 1\.$/m);
  });

  it('shows how far a long table is', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => say('周牧', DAY, at, `第${at}条`));
    const { code, err } = await runCli(['import', '-'], { stdin: tableOf(many), isTTY: true });
    assert.equal(code, 0);
    assert.match(err, /█+░* \d+\/60001/);
  }).timeout(60_000);

  it('takes time in proportion to the file', async function () {
    this.timeout(60_000);
    const chats = LENGTHS.map((count) =>
      Array.from({ length: count }, (_, i) => say(`周牧${i % 50}`, DAY, i * 10, '早上好[Rose]', '> 09:00:00  Ann')),
    );
    const text = (messages: readonly Said[]): string =>
      chatWriters.find(({ name }) => name === 'QQ with numbers')?.write(messages) ?? '';
    for (const write of [text, tableOf]) {
      await checkLinearTime(chats.map(write), (chat) => async () => {
        const { code, out } = await run(chat);
        assert.equal(code, 0);
        assert.ok(out.length > chat.length / 5, out);
      });
    }
  });
});

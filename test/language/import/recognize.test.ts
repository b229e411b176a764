import assert from 'node:assert/strict';
import { type ImportHints, readChat } from '../../../server/src/language/index.js';

/** What is read of a text: a line a message, `speaker|day|time|text`; then `before:` and the notes. */
function check(
  text: string,
  { known = [], ...hints }: Partial<ImportHints> & { readonly known?: readonly string[] } = {},
): string[] {
  const chat = readChat(text, {
    isKnown: (name) => known.includes(name),
    day: '2026-11-20',
    trusting: false,
    ...hints,
  });
  return [
    ...chat.messages.map(({ speaker, day, time, lines }) =>
      [speaker, day ?? '', time ? `${time.seconds / 60}${time.exact ? '' : '~'}` : '', lines.join('/')].join('|'),
    ),
    ...(chat.messages.length > 0 && chat.before.length > 0 ? [`before: ${chat.before.join('/')}`] : []),
    ...chat.notes.map(({ text: note }) => `${note.template.split(/[:;,{]/)[0]}: ${note.values.join(' ')}`),
  ];
}

const BEFORE = 'What stands before the first message was not recognized: ';

describe('Messages are read from', () => {
  it('WeChat for Windows', () => {
    const text = '林一诺:\n早上好\n第二行\n\n周牧:\n早\n\n林一诺:\n今天的议程:\n一、二\n';
    const all = ['林一诺|||早上好/第二行', '周牧|||早', '林一诺|||今天的议程:/一、二'];
    assert.deepEqual(check(text, { known: ['林一诺', '周牧'] }), all);
    // Who speaks once is believed where messages are seen to stand apart, and told.
    assert.deepEqual(check(text), [...all, 'Lines taken for names: 5']);
    const dense = text.replaceAll('\n\n', '\n');
    assert.deepEqual(check(dense, { known: ['林一诺', '周牧'] }), all);
    assert.deepEqual(check(dense), ['林一诺|||早上好/第二行/周牧:/早', all[2], 'Lines that may begin a message: 4']);
    assert.deepEqual(check('周牧:\n早\n\n阿泽:\n早'), []);
    assert.deepEqual(check('周牧:\n早\n\n阿泽:\n早', { trusting: true }), [
      '周牧|||早',
      '阿泽|||早',
      'Lines taken for names: 1, 4',
    ]);
  });

  it('WeChat for Mac, in all its forms of dates', () => {
    assert.deepEqual(check('林一诺 2026/11/20 21:07\n早上好\n周牧 | 远山 2026年11月20日 下午9:08\n\n好\n'), [
      '林一诺|2026-11-20|1267~|早上好',
      '周牧 | 远山|2026-11-20|1268~|好',
    ]);
  });

  it('WeChat in English', () => {
    assert.deepEqual(
      check('Nora Bell 2026/11/20 2:51 PM\nhi\n\nArlo 2026/11/20 12:00 AM\nlate\n', { known: ['Arlo'] }),
      ['Nora Bell|2026-11-20|891~|hi', 'Arlo|2026-11-20|0~|late'],
    );
  });

  it('a mail of WeChat, whose heads count only below a day', () => {
    const mail =
      '—————  2026-11-20  —————\n\n\n林一诺  07:45\n\n早\n车次  08:00\n发车\n\n\n—————  2026-11-21  —————\n\n周牧  00:01\n\n好\n';
    assert.deepEqual(check(mail), ['林一诺|2026-11-20|465~|早/车次  08:00/发车', '周牧|2026-11-21|1~|好']);
    assert.deepEqual(check('林一诺  07:45\n\n早\n'), []);
    assert.deepEqual(check('林一诺:\n早\n—————  2026-11-20  —————\n好\n', { known: ['林一诺'] }), [
      '林一诺|||早/—————  2026-11-20  —————/好',
    ]);
  });

  it('QQ', () => {
    assert.deepEqual(check('江小北: 11-20 18:05:27\n在吗\n\n\n阿泽: 2026-11-20 18:05:28\n在\n'), [
      '江小北|11-20|1085.45|在吗',
      `阿泽|2026-11-20|${(18 * 3600 + 5 * 60 + 28) / 60}|在`,
    ]);
    assert.deepEqual(
      check('2026-11-20 18:06:00 江小北(12345)\n在吗\n\n2026-11-20 6:07:00 PM 阿泽<a.z@example.org>\n在'),
      ['江小北|2026-11-20|1086|在吗', '阿泽|2026-11-20|1087|在'],
    );
  });

  it('a history that QQ saved, with its title and whom it is with', () => {
    const title =
      '消息记录（此消息记录为文本格式，不支持重新导入）\r\n\r\n================================================================\r\n' +
      '消息分组:我的好友\r\n================================================================\r\n消息对象:江小北\r\n' +
      '================================================================\r\n\r\n';
    assert.deepEqual(
      check(`${title}2026-11-20 18:06:00 江小北\r\n在吗\r\n消息对象:我\r\n\r\n2026-11-20 18:07:00 (12345)\r\n在`),
      ['江小北|2026-11-20|1086|在吗/消息对象:我', '12345|2026-11-20|1087|在'],
    );
    // Elsewhere such a line is one of a program's own log.
    assert.deepEqual(
      check('江小北: 11-20 18:06:00\n2026-11-20 10:43:55 ERROR timeout\n2026-11-20 10:43:56 ERROR timeout\n'),
      ['江小北|11-20|1086|2026-11-20 10:43:55 ERROR timeout/2026-11-20 10:43:56 ERROR timeout'],
    );
  });

  it('WhatsApp on both phones, and in Chinese', () => {
    assert.deepEqual(check('20/11/2026, 09:05 - Nora: hi: you\nmore\n20/11/2026, 09:06 - Nora added Arlo\n'), [
      'Nora|2026-11-20|545~|hi: you/more',
      'WhatsApp|2026-11-20|546~|Nora added Arlo',
    ]);
    assert.deepEqual(check('[20.11.26, 09:05:30] Nora: hi\n\u200e[20.11.26, 09:06:00] Nora: \u200eimage omitted\n'), [
      'Nora|2026-11-20|545.5|hi',
      'Nora|2026-11-20|546|\u200eimage omitted',
    ]);
    assert.deepEqual(check('2026/11/20 下午3:05 - 林一诺: 早\n[2026-11-20 15:06:00] ERROR: timeout\n'), [
      '林一诺|2026-11-20|905~|早/[2026-11-20 15:06:00] ERROR: timeout',
    ]);
  });

  it('a mixture of them', () => {
    const text =
      '周牧 2026/11/20 21:07\n晚上好\n\nNora Bell 2023/09/16 2:51 PM\nhi\n\n林一诺:\n早\n\n江小北: 02-23 18:05:27\n在吗\n\n' +
      '2018-03-22 18:05:27 阿泽(12345)\n在\n\n—————  2018-03-22  —————\n\n\n顾南乔  07:45\n\n早\n';
    assert.deepEqual(
      check(text, { known: ['林一诺'] }).map((line) => line.split('|').slice(0, 2).join('|')),
      ['周牧|2026-11-20', 'Nora Bell|2023-09-16', '林一诺|', '江小北|02-23', '阿泽|2018-03-22', '顾南乔|2018-03-22'],
    );
  });
});

describe('WhatsApp’s dates are read', () => {
  const dayIn = (text: string, day?: string): string[] =>
    check(text, { day }).map((line) =>
      line.includes('|') ? (line.split('|')[1] as string) : (line.split(' ')[0] as string),
    );

  it('by what is possible, by the log’s day, by their order', () => {
    assert.deepEqual(dayIn('5/13/26, 9:05 PM - N: a\n5/14/26, 9:05 PM - N: b'), ['2026-05-13', '2026-05-14']);
    assert.deepEqual(dayIn('05/04/2026, 09:05 - N: a', '2026-05-04'), ['2026-05-04']);
    assert.deepEqual(dayIn('05/04/2026, 09:05 - N: a', '2026-04-05'), ['2026-04-05']);
    assert.deepEqual(dayIn('01/04/2026, 09:05 - N: a\n02/03/2026, 09:06 - N: b'), ['2026-01-04', '2026-02-03']);
  });

  it('by custom where nothing tells, and that is said', () => {
    assert.deepEqual(dayIn('05/04/2026, 09:05 - N: a'), ['2026-04-05', 'Day']);
    assert.deepEqual(dayIn('5/4/26, 9:05\u202fPM - N: a'), ['2026-05-04', 'Day']);
    assert.deepEqual(dayIn('05/05/2026, 09:05 - N: a'), ['2026-05-05']);
  });
});

describe('What is no message stays text', () => {
  it('where it announces something', () => {
    for (const text of [
      '注意事项如下:\n1. 带身份证\n',
      '今天的安排:\n上午开会\n',
      '春游:\n周六\n\n地点:\n云麓山\n',
      'hi',
      '',
      '\ufeff\r\n',
    ]) {
      assert.deepEqual(check(text), [], text);
    }
    assert.deepEqual(check('林一诺:\n大家好\n\n注意事项如下:\n带证\n\n周牧:\n好\n', { known: ['林一诺', '周牧'] }), [
      '林一诺|||大家好//注意事项如下:/带证',
      '周牧|||好',
    ]);
  });

  it('where a time is told that is out of order, or is none', () => {
    assert.deepEqual(check('林一诺 2026/11/20 10:02\n春游 2026/11/21 15:00\n周牧 2026/11/20 10:03\n好\n'), [
      '林一诺|2026-11-20|602~|春游 2026/11/21 15:00',
      '周牧|2026-11-20|603~|好',
      'Lines that may begin a message: 2',
    ]);
    assert.deepEqual(check('林一诺 2026/11/20 10:02\n会议时间 2026/11/20 15:00\n'), [
      '林一诺|2026-11-20|602~|会议时间 2026/11/20 15:00',
    ]);
    assert.deepEqual(check('林一诺 2026/11/20 10:02\n好\n周牧 2026/13/45 10:03\n好\n阿泽 2026/11/20 29:03\n'), [
      '林一诺|2026-11-20|602~|好/周牧 2026/13/45 10:03/好/阿泽 2026/11/20 29:03',
      'Lines with a day or time that there is not: 3, 5',
    ]);
  });

  it('in messages of another shape', () => {
    assert.deepEqual(
      check('周牧: 11-20 18:06:00\n林一诺:\n你好\n春游 2026/11/21 15:00\n\n林一诺: 11-20 18:06:00\n好\n'),
      [
        '周牧|11-20|1086|林一诺:/你好/春游 2026/11/21 15:00',
        '林一诺|11-20|1086|好',
        'Lines that may begin a message: 2, 4',
      ],
    );
  });

  it('before the first message, and is told', () => {
    assert.deepEqual(check('Dear:\n\n林一诺 2026/11/20 10:02\n好\n'), [
      '林一诺|2026-11-20|602~|好',
      'before: Dear:',
      'Lines that may begin a message: 1',
      BEFORE,
    ]);
  });
});

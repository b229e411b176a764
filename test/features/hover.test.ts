import assert from 'node:assert/strict';
import { type HoverSurroundings, hoverAt } from '../support/hoverAt.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

/** Checks what a hover at `<|>` says, line by line without the empty ones; no lines where there is none. */
async function check(marked: string, expected: readonly string[], surroundings?: HoverSurroundings): Promise<void> {
  const said = await hoverAt(marked, surroundings);
  assert.deepEqual(said?.split('\n').filter((line) => line !== '') ?? [], expected);
}

describe('A hover over an emoji code', () => {
  it('says what it looks like, its names, and its other spellings', async () => {
    await check('> 09:00:00  Ann\n早<[[玫<|>瑰]]>。\n', ['**\\[玫瑰\\] 🌹**', '- Chinese: 玫瑰', '- English: Rose']);
    await check('> 09:00:00  Ann\n<[[悠<|>闲]]>\n', [
      '**\\[悠闲\\] 🪖**',
      '- Chinese: 悠闲 / 悠閑',
      '- English: Commando',
      '- Also written \\[Loafer\\] \\[大兵\\]',
    ]);
  });

  it('leaves out the spelling that stands there, and what there is none of', async () => {
    await check('> 09:00:00  Ann\n<[[<|>大兵]]>\n', [
      '**\\[大兵\\] 🪖**',
      '- Chinese: 悠闲 / 悠閑',
      '- English: Commando',
      '- Also written \\[Loafer\\]',
    ]);
    await check('> 09:00:00  Ann\n<[[<|>鬼魂]]>\n', ['**\\[鬼魂\\] 👻**', '- Chinese: 鬼魂']);
  });

  it('speaks of the one that begins there, or else of the one that ends there', async () => {
    await check('> 09:00:00  Ann\n[玫瑰]<[<|>[鬼魂]]>\n', ['**\\[鬼魂\\] 👻**', '- Chinese: 鬼魂']);
    await check('> 09:00:00  Ann\n[玫瑰]<[[鬼魂]<|>]>\n', ['**\\[鬼魂\\] 👻**', '- Chinese: 鬼魂']);
  });

  it('says nothing of other brackets', () => check('> 09:00:00  Ann\n[20<|>26] [1]\n', []));
});

describe('A hover over an escaped entity', () => {
  it('says what it stands for, and that it was escaped too often', async () => {
    await check('> 09:00:00  Ann\n专栏<[&amp;<|>#183;]>春游\n', [
      'This stands for “·” (U+00B7).',
      'It was escaped more than once: a page shows “\\&#183;” here.',
    ]);
    await check('> 09:00:00  Ann\nQ<[&amp;<|>amp;amp;]>A\n', [
      'This stands for “\\&” (U+0026).',
      'It was escaped more than once: a page shows “\\&amp;amp;” here.',
    ]);
    await check('> 09:00:00  Ann\na<[&l<|>t;]>b\n', ['This stands for “\\<” (U+003C).']);
  });

  it('names what can’t be seen', () =>
    check('> 09:00:00  Ann\na<[&nb<|>sp;]>b\n', [
      'This stands for a space or another character that is not seen (U+00A0).',
    ]));

  it('says nothing of what stands for no character', () => check('> 09:00:00  Ann\na &nosuch<|>; b\n', []));
});

describe('A hover over a mention', () => {
  it('says whom it means by a name of their own', () =>
    check('> 09:00:00  Ann\n1\n> 09:00:01  Bob\n@<[A<|>nn]>\n', [
      '**Ann**',
      'Somebody speaks in this log by exactly this name.',
    ]));

  it('says whom it means in other logs', () =>
    check(
      '> 09:00:01  Bob\n@<[Nor<|>a | 远山]> 早\n',
      ['**Nora \\| 远山**', 'Somebody speaks in another log by exactly this name.'],
      { others: ['> 09:00:00  Nora | 远山\n1\n'] },
    ));

  it('says whom it means by a recorded name', () =>
    check(
      '> 09:00:00  安\n1\n> 09:00:01  Bob\n@<[小<|>安]>\n',
      [
        '**安**',
        'The mention is another name of this person, as it is recorded.',
        'The name is recorded as one of “Ann”.',
      ],
      { speakers: { Ann: ['安', '小安'] } },
    ));

  it('says whom it means by what the names share', () =>
    check('> 09:00:00  林一诺-青杉\n1\n> 09:00:02  Bob\n@<[林一<|>诺]>\n', [
      '**林一诺-青杉**',
      'Nobody else’s name has “林一诺” in common with the mention.',
    ]));

  it('lists those who may be meant', () =>
    check('> 09:00:00  何以宁-青杉\n1\n> 09:00:01  何以宁-鹿鸣\n@<[何以<|>宁]>\n', [
      'Several people may be meant:',
      '- 何以宁-青杉: the names share “何以宁”',
      '- 何以宁-鹿鸣: the names share “何以宁”',
    ]));

  it('says that nobody is known', () =>
    check('> 09:00:02  Bob\n@<[所有<|>人]>\n', ['Nobody who speaks in these logs is known by this name.']));
});

describe('A hover over a time', () => {
  it('says how long it is since the last entry and since the speaker’s last', () =>
    check('> 09:00:00  Ann\n1\n> 09:00:10  Bob\n2\n> <[09:0<|>1:15]>  Ann\n3\n', [
      '- 1 min 5 s after the entry before it, by Bob · [09:00:10](file:///archive/1.txt#L3)',
      '- 1 min 15 s after the last entry by Ann · [09:00:00](file:///archive/1.txt#L1)',
    ]));

  it('says so once where both are one', () =>
    check('> 09:00:00  Ann\n1\n> <[11:0<|>1:15]>  Ann\n3\n', [
      '- 2 h 1 min after the entry before it, by the same speaker · [09:00:00](file:///archive/1.txt#L1)',
    ]));

  it('counts all of a person’s names', () =>
    check(
      '> 09:00:00  安\n1\n> <[09:0<|>2:00]>  Ann\n3\n',
      ['- 2 min after the entry before it, by the same speaker · [09:00:00](file:///archive/1.txt#L1)'],
      { speakers: { Ann: ['安'] } },
    ));

  it('says that it is the first', async () => {
    await check('> <[09:0<|>0:00]>  Ann\n1\n', ['- The first entry of the log.']);
    await check('> 09:00:00  Ann\n1\n> <[09:0<|>0:00]>  Bob\n1\n', [
      '- 0 s after the entry before it, by Ann · [09:00:00](file:///archive/1.txt#L1)',
      '- The first entry by Bob.',
    ]);
  });

  it('says where time goes back', () =>
    check('> 09:00:00  Bob\n1\n> 10:00:00  Ann\n2\n> <[09:<|>30:00]>  Bob\n3\n', [
      '- 30 min earlier than the entry before it, by Ann · [10:00:00](file:///archive/1.txt#L3)',
      '- 30 min after the last entry by Bob · [09:00:00](file:///archive/1.txt#L1)',
    ]));

  it('passes over entries whose time is none, and entries without a name', () =>
    check('> 09:00:00  \n1\n> 99:00:00  Bob\n2\n> <[09:<|>30:00]>  Ann\n3\n', [
      '- 30 min after the entry before it, by (no name) · [09:00:00](file:///archive/1.txt#L1)',
      '- The first entry by Ann.',
    ]));

  it('says which talk it falls into, and how far', () =>
    check(TALK_ENTRIES.replace('19:45:00', '<[19:4<|>5:00]>'), [
      '- 5 min after the entry before it, by 沈砚秋 · [19:40:00](file:///archive/1.txt#L23)',
      '- 17 min after the last entry by Bob · [19:28:00](file:///archive/1.txt#L3)',
      '- In the talk “清结算里的日切” by 沈砚秋: 14 min 55 s of 19 min 57 s are over (75 %)',
    ]));

  it('says nothing where no clock shows it', () => check('> 99:0<|>0:00  Ann\n1\n', []));
});

describe('A hover over a speaker’s name', () => {
  it('says how much of the log is theirs, and what they said last', () =>
    check(
      '> 09:00:00  Ann\none\n> 09:00:01  Bob\n2\n> 09:00:02  Ann\n[玫瑰] *two*\n> 09:00:03  Ann\n![2026-11-20 09:00:03](http://x.y/a.png)\n' +
        '> 09:00:04  Ann\nfour\n> 09:00:05  <[A<|>nn]>\nfive\n> 09:00:06  Ann\nsix\n',
      [
        '**Ann**',
        '- 6 of 7 entries of this log: 86 %',
        '- The first entry · [09:00:00](file:///archive/1.txt#L1)',
        '- The last entry · [09:00:06](file:///archive/1.txt#L13)',
        'Said before this:',
        '- [09:00:02](file:///archive/1.txt#L5) \\[玫瑰\\] \\*two\\*',
        '- [09:00:03](file:///archive/1.txt#L7) \\[picture\\]',
        '- [09:00:04](file:///archive/1.txt#L9) four',
      ],
    ));

  it('counts other names, other logs and talks', () =>
    check(
      TALK_ENTRIES.replace('> 19:31:00  Ann', '> 19:31:00  <[A<|>nn]>').replace(
        '> 15:02:36',
        '> 09:00:00  安\nhi\n> 15:02:36',
      ),
      [
        '**Ann**',
        '- 4 of 18 entries of this log: 22 %',
        '- The first entry · [09:00:00](file:///archive/1.txt#L1)',
        '- The last entry · [19:52:00](file:///archive/1.txt#L33)',
        '- Other names: “安”',
        '- 6 entries in 2 logs · 2026-11-19',
        'Talks:',
        '- [夜 & 日](file:///archive/2.txt#L5) · 2026-11-19'.replace('&', '\\&'),
        'Said before this:',
        '- [09:00:00](file:///archive/1.txt#L1) hi',
        '- [19:28:30](file:///archive/1.txt#L7) 签到',
      ],
      {
        speakers: { Ann: ['安'] },
        others: [
          '---\ndate: 2026-11-19 12:00:00\ntalks: [{title: 夜 & 日, speaker: 安, start: "10:00:00", end: "10:05:00"}]\n---\n' +
            '> 10:00:00  安\na\n> 10:05:00  Ann\nb\n',
        ],
      },
    ));

  it('believes a log that says whose a name is, and lists the latest talk first', () =>
    check(
      '> 09:00:00  <[A<|>nn]>\none\n',
      [
        '**Ann**',
        '- 1 of 1 entries of this log: 100 %',
        '- The only entry · [09:00:00](file:///archive/1.txt#L1)',
        '- 2 entries in 2 logs · 2026-11-19',
        'Talks:',
        '- [晚](file:///archive/3.txt#L6) · 2026-11-19',
        '- [早](file:///archive/2.txt#L3) · 2026-11-18',
      ],
      {
        others: [
          '---\ndate: 2026-11-18 12:00:00\ntalks: [{title: 早, speaker: Ann, start: "10:00:00", end: "10:05:00"}]\n---\n> 09:00:00  Bob\na\n',
          '---\ndate: 2026-11-19 12:00:00\nspeakers: {Ann: [小安]}\n' +
            'talks: [{title: 晚, speaker: 小安, start: "10:00:00", end: "10:00:00"}]\n---\n> 10:00:00  小安\na\n',
        ],
      },
    ));

  it('says only once that there is only one', () =>
    check('> 09:00:00  <[A<|>nn]>\none\n', [
      '**Ann**',
      '- 1 of 1 entries of this log: 100 %',
      '- The only entry · [09:00:00](file:///archive/1.txt#L1)',
    ]));

  it('speaks of names in the front matter as well', () =>
    check('---\nspeakers:\n  Ann: [<[<|>安]>]\n---\n> 09:00:00  Ann\none\n> 09:00:02  Bob\none\n', [
      '**安**',
      '- 1 of 2 entries of this log: 50 %',
      '- The only entry · [09:00:00](file:///archive/1.txt#L5)',
      '- Other names: “Ann”',
    ]));
});

describe('A hover over a key of the front matter', () => {
  it('says what it is for, what is allowed, and an example', () =>
    check('---\n<[la<|>yout: source]>\n---\n> 09:00:00  Ann\nhi\n', [
      '**layout**',
      'The layout of the page that the site makes of this log.',
      'The name of a layout; of logs it is “source”.',
      '```yaml',
      'layout:     source',
      '```',
    ]));

  it('says what the log itself gives', async () => {
    const last = async (marked: string): Promise<string | undefined> => (await hoverAt(marked))?.split('\n').at(-1);
    const body =
      '\n---\n> 09:00:00  Ann\n![2026-11-20 09:00:00](http://x.y/20261120_090000.png)\n> 09:00:01  Bob\nhi\n';
    assert.equal(await last(`---\n<[lines: 7<|>]>${body}`), 'The log itself gives: 2');
    assert.equal(
      await last(`---\n<[d<|>ate: 2026-11-20 08:00:00]>${body}`),
      'The log itself gives, though not surely: 2026-11-20 12:00:00',
    );
    assert.equal(
      await last(`---\ndate: 2026-11-20 08:00:00\n<[ti<|>tle: "2026-11-20-WeChat"]>${body}`),
      'The log itself gives: "2026-11-20-WeChat"',
    );
  });

  it('leaves lists to what stands in them, and other keys alone', async () => {
    await check('---\ntag: [ch<|>at]\n---\n> 09:00:00  Ann\nhi\n', []);
    await check('---\nsubtitle: <|>x\n---\n> 09:00:00  Ann\nhi\n', []);
  });
});

describe('A hover over a recorded talk', () => {
  const talk = (item: string): string => `---\ntalks:\n  - ${item}\n---\n${TALK_ENTRIES}`;

  it('says which entries it spans', () =>
    check(talk('<[title: 日<|>切\n    speaker: 沈砚秋\n    start: "19:30:05"\n    end: "19:50:02"]>'), [
      '**日切**',
      '- [19:30:05](file:///archive/1.txt#L14) – [19:50:02](file:///archive/1.txt#L36) · 19 min 57 s',
      '- 12 entries, 10 of them by the presenter',
      '- Questions: 2 · Sign-ins: 2',
    ]));

  it('says where it has none', () =>
    check(talk('<[title: 日<|>切\n    speaker: 沈砚秋\n    start: "21:00:00"\n    end: "22:00:00"]>'), [
      '**日切**',
      '- No entry of this log is in this talk.',
    ]));
});

describe('A hover', () => {
  it('says nothing where there is nothing to say', async () => {
    await check('<|>', []);
    await check('> 09:00:00  Ann\nhi<|>\n', []);
    await check('be<|>fore\n> 09:00:00  Ann\nhi\n', []);
  });

  it('is plain text for clients that take no Markdown', async () => {
    const surroundings = { client: { markdownHover: false } };
    await check(
      '> 09:00:00  Ann\n<[[悠<|>闲]]>\n',
      ['[悠闲] 🪖', '- Chinese: 悠闲 / 悠閑', '- English: Commando', '- Also written [Loafer] [大兵]'],
      surroundings,
    );
    await check(
      '> 09:00:00  A*nn\n1\n> <[09:<|>01:00]>  Bob\n2\n',
      ['- 1 min after the entry before it, by A*nn · 09:00:00', '- The first entry by Bob.'],
      surroundings,
    );
  });
});

describe('A hover over a tag', () => {
  it('says how many entries have it', () =>
    check('> 09:00:00  Ann\n<!-- @tag a, <[春<|>游]> -->\n', ['**\\#春游**', 'Entries with this tag: 3, logs: 2'], {
      others: ['> 09:00:00  Ann\n<!-- @tag 春游 -->\n> 09:00:01  Ann\n<!-- @tag 春游 -->\n', '> 09:00:00  春游\nhi\n'],
    }));
});

describe('A hover over notes', () => {
  it('shows on quoted words what they say of them', () =>
    check(
      '> 09:00:00  Ann\na <[b<|>b]> c\n<!-- @note 2026-11-23 Cid on "bb": *why*\nnot? -->\n<!-- @note on "bb" [resolved]: so -->\n<!-- @note: else -->\n',
      ['**Cid · 2026-11-23**', '\\*why\\* not?', '**✓**', 'so'],
    ));

  it('says of a note what it is on, and whether that is resolved', async () => {
    await check('> 09:00:00  Ann\na b\n<[<!-- @no<|>te on "b" [resolved]: why? -->]>\n', [
      'On these words: [b](file:///archive/1.txt#L2)',
      'Resolved',
    ]);
    await check('> 09:00:00  Ann\na b\n<[<!-- @no<|>te on "c": why? -->]>\n', [
      'The words that it quotes are not in the entry any more: “c”',
    ]);
    await check('> 09:00:00  Ann\na b\n<!-- @no<|>te: why? -->\n', []);
  });
});

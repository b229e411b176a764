import assert from 'node:assert/strict';
import { completionResolve } from '../../server/src/features/workspace/completionResolve.js';
import { findEmoji } from '../../server/src/language/index.js';
import { archiveContext, readLogs } from '../support/archiveContext.js';
import { type CompletionSurroundings, completionsAt } from '../support/completionsAt.js';
import { contextFor, optionsWith } from '../support/featureContext.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

const HEAD = '---\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\n---\n';
const LOG =
  `${HEAD}> 09:00:00  林一诺-青杉  \n   \n早  \n   \n> 09:05:00  沈砚秋-鹿鸣清算  \n   \n早  \n   \n` +
  '> 09:06:00  Lin Yi  \n   \n@阿泽?早  \n   \n';
const LAST_YEAR = LOG.replaceAll('2026', '2025');

/** Checks what an editor would show at `<|>`, in this order. */
async function check(marked: string, expected: readonly string[], around?: CompletionSurroundings): Promise<void> {
  assert.deepEqual((await completionsAt(marked, around)).labels, expected);
}

/** Checks that these are shown at `<|>`, the first of them before all else that is. */
async function begins(marked: string, expected: readonly string[], around?: CompletionSurroundings): Promise<void> {
  assert.deepEqual((await completionsAt(marked, around)).labels.slice(0, expected.length), expected);
}

/** Checks the text after `label` is accepted at `<|>`; `kept` is what stands before the marked line in both. */
async function accepts(
  kept: string,
  line: string,
  label: string,
  expected: string,
  { how, ...around }: CompletionSurroundings & { how?: 'insert' | 'replace' } = {},
): Promise<void> {
  assert.equal((await completionsAt(kept + line, around)).accept(label, how), kept + expected);
}

describe('Completion of a header', () => {
  it('offers the time now, that of the entry above, then who spoke last', () =>
    check(`${LOG}><|>`, [
      '> 21:43:10',
      '> 09:06:00',
      '> 21:43:10  Lin Yi',
      '> 21:43:10  沈砚秋-鹿鸣清算',
      '> 21:43:10  林一诺-青杉',
    ]));

  it('keeps the order of an older log, and of entries that follow', async () => {
    await begins(`${LAST_YEAR}><|>`, ['> 09:06:01', '> 09:06:00', '> 21:43:10', '> 09:06:01  Lin Yi']);
    await begins(`${LAST_YEAR}><|>\n> 09:06:30  Ann\nhi\n`, ['> 09:06:01', '> 09:06:00', '> 09:06:01  Lin Yi']);
    await begins('><|>', ['> 21:43:10']);
    await begins(`${HEAD}><|>`, ['> 21:43:10']);
  });

  it('is found by name, sound and initials, behind every sign that stands for the mark', async () => {
    for (const typed of ['>林', '> lyn', '>linyi', '＞lyn', '》lyn', '> 21:43:10  lyn', '>lynqs']) {
      const { labels } = await completionsAt(`${LOG}${typed}<|>`);
      assert.ok(
        labels.some((label) => label.endsWith('林一诺-青杉')),
        typed,
      );
    }
    assert.deepEqual((await completionsAt(`${LOG}>shen<|>`)).labels, ['> 21:43:10  沈砚秋-鹿鸣清算']);
  });

  it('writes the header as the format has it, and takes the line up to its end', async () => {
    await accepts(LOG, '><|>', '> 21:43:10', '> 21:43:10  ');
    await accepts(LOG, '＞l<|>  ', '> 21:43:10  Lin Yi', '> 21:43:10  Lin Yi  ');
    await accepts(LOG, '> 21:43:10  l<|>', 'Lin Yi', '> 21:43:10  Lin Yi  ');
    await accepts(LOG, '> 21:43:10 <|>', 'Lin Yi', '> 21:43:10  Lin Yi  ');
    await accepts(LOG, '> 21:43:10  L<|>isa', 'Lin Yi', '> 21:43:10  Lin Yiisa');
    await accepts(LOG, '> 21:43:10  L<|>isa', 'Lin Yi', '> 21:43:10  Lin Yi', { how: 'replace' });
  });

  it('offers speakers of other logs behind those of this one, and never the name that is being written', async () => {
    const others = ['---\ndate: 2026-11-19 12:00:00\n---\n> 10:00:00  顾南乔\n早\n'];
    await check(`${LOG}> 21:43:10  <|>`, ['Lin Yi', '沈砚秋-鹿鸣清算', '林一诺-青杉', '顾南乔'], { others });
    await check(`${LOG}> 21:43:10  gnq<|>`, ['顾南乔'], { others });
    await check(`${LOG}> 21:43:10  顾<|>\n   \n`, ['顾南乔'], { others });
    await check(`${LOG}> 21:43:10  lin y<|>`, ['Lin Yi'], { others });
  });

  it('stays away where no header is begun', async () => {
    for (const marked of [
      '早><|>',
      '早 ><|>',
      '><|> 早上好',
      '---\ntitle: x\n><|>\n---\n',
      '<!-- \n x><|>',
      '<|>',
      ' <|>',
    ])
      await check(LOG.slice(0, marked.startsWith('---') ? 0 : undefined) + marked, []);
    await check(`${LOG}> 2.85<|> 万`, []);
  });
});

describe('Completion of a mention', () => {
  const speakers = { '沈砚秋-鹿鸣清算': ['阿泽'] };

  it('offers the people of the log, by the nickname that they are mentioned by', async () => {
    await check(`${LOG}好@<|>`, ['@阿泽', '@林一诺-青杉', '@Lin Yi'], { speakers });
    await check(`${LOG}谢谢@az<|>`, ['@阿泽'], { speakers });
    await check(`${LOG}谢谢@shenyanqiu<|>`, ['@阿泽'], { speakers });
    await check(`${LOG}<!-- 早 --> @林一<|>`, ['@林一诺-青杉']);
    await check(`${LOG}@林一<|>`, ['@林一诺-青杉']);
    await check(`${LOG}见@lin y<|>`, ['@Lin Yi']);
  });

  it('replaces what is typed and nothing before it, and ends the name', async () => {
    await accepts(LOG, '请问@az<|>', '@阿泽', '请问@阿泽 ', { speakers });
    await accepts(LOG, '请问@<|>昨天的图', '@阿泽', '请问@阿泽 昨天的图', { speakers });
    await accepts(LOG, '请问@阿<|>泽?昨天的图', '@阿泽', '请问@阿泽?昨天的图', { speakers, how: 'replace' });
    await accepts(LOG, '@a<|> 昨天的图', '@阿泽', '@阿泽 昨天的图', { speakers });
  });

  it('stays away from addresses, headers and comments', async () => {
    for (const line of [
      'ann@<|>',
      '见 https://example.org/@a<|>b',
      '> 09:07:00  @<|>',
      '<!-- x @ab<|> -->',
      '好@阿泽，我<|>',
    ])
      assert.ok(!(await completionsAt(LOG + line)).labels.some((label) => label.startsWith('@林')), line);
  });
});

describe('Completion of an emoji code', () => {
  it('finds 玫瑰 by Chinese, English, sound and initials', async () => {
    for (const typed of ['[玫', '[meigui', '[mg', '[rose', '【玫瑰', '【mg', '谢谢大家[mg', '谢谢[玫瑰][Rose'])
      assert.ok((await completionsAt(`${LOG}${typed}<|>`)).labels.includes('[玫瑰]'), typed);
    assert.ok(!(await completionsAt(`${LOG}[ka<|>`)).labels.includes('[玫瑰]'));
    // Editors put what begins a word before what is strewn over several.
    assert.equal((await completionsAt(`${LOG}[<|>`)).item('[玫瑰]').filterText, '[玫瑰 Rose mg meigui');
  });

  it('offers every emoji with what it looks like', async () => {
    const { list, item } = await completionsAt(`${LOG}谢谢[<|>]`);
    assert.equal(list?.items.filter(({ label }) => findEmoji(label.slice(1, -1))).length, list?.items.length);
    assert.deepEqual(item('[玫瑰]').labelDetails, { description: '🌹 Rose' });
  });

  it('replaces bracket to bracket', async () => {
    await accepts(LOG, '谢谢[mg<|>', '[玫瑰]', '谢谢[玫瑰]');
    await accepts(LOG, '谢谢[mg<|>]大家', '[玫瑰]', '谢谢[玫瑰]大家');
    await accepts(LOG, '谢谢【mg<|>】大家', '[玫瑰]', '谢谢[玫瑰]大家');
    await accepts(LOG, '谢谢[m<|>g]大家', '[玫瑰]', '谢谢[玫瑰]大家', { how: 'replace' });
    await accepts(LOG, '谢谢[m<|>大家[强]', '[玫瑰]', '谢谢[玫瑰]大家[强]', { how: 'insert' });
  });

  it('stays away from pictures, headers, comments and the front matter', async () => {
    for (const marked of [`${LOG}> 09:07:00  [<|>`, `${LOG}<!-- [<|> -->`, '---\nx: [<|>]\n---\n', `${LOG}[链接](<|>)`])
      await check(marked, []);
    assert.ok(!(await completionsAt(`${LOG}![<|>]`)).labels.includes('[玫瑰]'));
  });
});

describe('Completion of a picture', () => {
  const filesWith = (...uris: readonly string[]): CompletionSurroundings => ({
    context: {
      lintOptions: {
        ...optionsWith({}),
        imageFolders: { 'http://img.example.org/': 'pictures' },
        root: 'file:///archive/',
        files: { exists: (uri) => uris.includes(uri), neighbour: () => undefined },
      },
    },
  });
  const HERE = 'file:///archive/pictures/20261120_090600.jpg';

  it('has the day of the log, the time of the entry, and the form of the addresses in the log', async () => {
    const log = `${HEAD}> 09:00:00  Ann\n![a](http://static.example.org/img/20261120_090000.jpeg?w=2)\n> 09:06:00  Ann\n`;
    const line = '![2026-11-20 09:06:00](http://static.example.org/img/20261120_090600.jpeg?w=2)';
    await accepts(log, '![<|>]', line, line);
    await accepts(log, '看图![2026<|>', line, `看图${line}`);
  });

  it('takes the address from the mapped folders, or leaves it to be filled in', async () => {
    const line = '![2026-11-20 09:06:00](http://img.example.org/20261120_090600.png)';
    await accepts(LOG, '![<|>]', line, line, filesWith());
    const empty = '![2026-11-20 09:06:00]()';
    await accepts(LOG, '![<|>]', empty, '![2026-11-20 09:06:00]($0)');
    await accepts(LOG, '![<|>]', empty, empty, { client: { snippets: false } });
  });

  it('is the file that has the time, at a bracket alone too', async () => {
    const line = '![2026-11-20 09:06:00](http://img.example.org/20261120_090600.jpg)';
    await check(`${LOG}![<|>]`, [line], filesWith(HERE));
    await accepts(LOG, '看[<|>]', line, `看${line}`, filesWith(HERE));
    assert.ok(!(await completionsAt(`${LOG}[<|>]`, filesWith())).labels.some((label) => label.startsWith('!')));
  });

  it('is none where day or time is not known', async () => {
    await check('> 09:00:00  Ann\n![<|>]', [], { uri: 'file:///archive/notes.txt' });
    await check(`${HEAD}> 25:00:00  Ann\n![<|>]`, []);
  });
});

describe('Completion in front matter', () => {
  const uri = 'file:///archive/2026-11-20-WeChat.txt';
  const BODY = '> 09:00:00  Ann\nhi\n> 09:01:00  Bob\nyes\n> 09:02:00  Ann\nbye\n';

  it('offers the keys that are missing, with their values', async () => {
    const rest = `tag: [chat]\n---\n${BODY}`;
    await check(
      `---\ntitle: x\n<|>\n${rest}`,
      ['layout', 'date', 'author', 'lines', 'header-img', 'talks', 'speakers'],
      { uri },
    );
    await accepts('---\ntitle: x\n', `da<|>\n${rest}`, 'date', `date: 2026-11-20 12:00:00\n${rest}`, { uri });
    await accepts('---\ntitle:      x\n', `li<|>\n${rest}`, 'lines', `lines:      3 \n${rest}`, { uri });
    await begins('---\n<|>', ['layout', 'title'], { uri });
  });

  it('offers the value that the log gives', async () => {
    await accepts(
      '---\n',
      `title:<|>\n---\n${BODY}`,
      '"2026-11-20-WeChat"',
      `title:      "2026-11-20-WeChat"\n---\n${BODY}`,
      { uri },
    );
    await accepts('---\n', `lines: <|> \n---\n${BODY}`, '3', `lines: 3\n---\n${BODY}`, { uri });
    await check(`---\nauthor: <|>\n---\n${BODY}`, ['None', 'Ann', 'Bob'], { uri });
    await check(`---\nauthor: b<|>\n---\n${BODY}`, ['Bob'], { uri });
  });

  it('offers keys and values of talks, the times being those of the speaker', async () => {
    const talk = (line: string): string => `---\ntalks:\n  - title: x\n    speaker: Ann\n${line}\n---\n${BODY}`;
    await check(talk('    <|>'), ['start', 'end'], { uri });
    await check(talk('    start: <|>'), ['09:00:00', '09:02:00'], { uri });
    await check(talk('    start: "09:02<|>"'), ['09:02:00'], { uri });
    const before = '---\ntalks:\n  - title: x\n    speaker: Ann\n';
    await accepts(before, `    end: "09<|>"\n---\n${BODY}`, '09:02:00', `    end: "09:02:00"\n---\n${BODY}`, { uri });
    await accepts(before, `    end:<|>\n---\n${BODY}`, '09:02:00', `    end: "09:02:00"\n---\n${BODY}`, { uri });
    await check(`---\ntalks:\n  - speaker: <|>\n---\n${BODY}`, ['Ann', 'Bob'], { uri });
    await check(`---\ntalks:\n  - <|>\n---\n${BODY}`, ['title', 'speaker', 'start', 'end'], { uri });
  });

  it('offers the talks that the log shows, as a whole', async () => {
    const talk = 'title: "清结算里的日切"\n    speaker: "沈砚秋"\n    start: "19:30:05"\n    end: "19:50:02"';
    const rest = `\n---\n${TALK_ENTRIES}`;
    await accepts('---\ntalks:\n', `  - <|>${rest}`, '清结算里的日切', `  - ${talk}${rest}`, { uri });
    await accepts('---\ntalks:\n', `  -<|>${rest}`, '清结算里的日切', `  - ${talk}${rest}`, { uri });
    await accepts('---\n', `ta<|>${rest}`, 'talks', `talks:\n  - ${talk}${rest}`, { uri });
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    await accepts(crlf('---\ntalks:\n'), crlf(`  - <|>${rest}`), '清结算里的日切', crlf(`  - ${talk}${rest}`), { uri });
    const { item } = await completionsAt(`---\ntalks:\n  - <|>${rest}`, { uri });
    assert.equal(item('清结算里的日切').insertTextMode, 1);
    await begins(`---\ntalks:\n  - speaker: 沈砚秋\n    end: <|>${rest}`, ['19:50:02', '19:30:05'], { uri });
    await check(`---\ntalks:\n  - title: <|>${rest}`, ['清结算里的日切'], { uri });
    const recorded = `---\ntalks:\n  - speaker: 沈砚秋\n    start: "19:30:05"\n  - <|>${rest}`;
    await check(recorded, ['title', 'speaker', 'start', 'end'], { uri });
  });

  it('offers the names of speakers under “speakers”', async () => {
    await check(`---\nspeakers:\n  <|>\n---\n${BODY}`, ['Ann', 'Bob'], { uri });
    await check(`---\nspeakers:\n  Ann: [安, b<|>]\n---\n${BODY}`, ['Bob'], { uri });
  });

  it('stays away from the fences, comments and the log', async () => {
    await check(`---<|>\ntitle: x\n---\n${BODY}`, [], { uri });
    await check(`---\ntitle: x\n---<|>\n${BODY}`, [], { uri });
    await check(`---\ntitle: x\n---\n${BODY}title:<|>`, [], { uri });
    await check('---\n# title:<|>\n---\n', [], { uri });
  });
});

describe('Completion in a comment', () => {
  it('offers what it may be', async () => {
    await check(`${LOG}<!--<|> -->`, ['@note', '@tag', 'chatlog-disable-next-line', 'chatlog-disable']);
    await check(`${LOG}好<!-- @t<|> -->`, ['@note', '@tag']);
    await accepts(LOG, '<!--<|> -->', '@tag', '<!-- @tag  -->');
    await accepts(LOG, '<!-- @t<|>', '@tag', '<!-- @tag $0 -->');
    await accepts(LOG, '<!-- @t<|>', '@tag', '<!-- @tag ', { client: { snippets: false } });
    await check(`${LOG}<!-- 早 -->\n--<|>`, []);
  });

  it('dates and signs a note', async () => {
    await accepts(LOG, '<!-- @<|> -->', '@note', `<!-- @note 2026-11-20 \${1:author}: $0 -->`);
    const noted = `${LOG}<!-- @note 2026-11-21 何立: 好 -->\n`;
    await accepts(noted, '<!-- @<|> -->', '@note', '<!-- @note 2026-11-20 何立:  -->');
  });

  it('offers the tags in use, those of this log first', async () => {
    const others = ['> 09:00:00  A\nhi\n<!-- @tag 合规 -->\n', '> 09:00:00  A\nhi\n<!-- @tag 清算, 合规 -->\n'];
    const tagged = `${LOG}<!-- @tag 路线 -->\n`;
    await check(`${tagged}<!-- @tag <|> -->`, ['路线', '合规', '清算'], { others });
    await check(`${tagged}<!-- @tag 合规，<|> -->`, ['路线', '清算'], { others });
    await check(`${tagged}<!-- @tag 合规, qs<|> -->`, ['清算'], { others });
    await accepts(tagged, '<!-- @tag 合规, q<|> -->', '清算', '<!-- @tag 合规, 清算 -->', { others });
  });

  it('offers the rules to keep quiet', async () => {
    const { labels } = await completionsAt(`${LOG}<!-- chatlog-disable-next-line time-order, <|> -->`);
    assert.ok(labels.includes('emoji-unknown') && !labels.includes('time-order'));
    await check(`${LOG}<!-- chatlog-disable time-o<|> -->`, ['time-order']);
  });
});

describe('Completion while an input method is at work', () => {
  it('offers nothing on the way to ordinary text, whatever is typed and replaced', async () => {
    // Pinyin as it stands in the text while it is composed, then what it becomes; sentence marks and spaces among it.
    for (const text of [
      'z',
      'zao',
      "zao'shang",
      '早上',
      '早上，',
      '早上，h',
      '早上，好',
      '早上，好 ',
      '早上：',
      '“早',
      '1. ',
    ])
      await check(`${LOG}${text}<|>`, []);
  });

  it('follows a name that is composed behind an @, and an emoji behind a bracket', async () => {
    const speakers = { '沈砚秋-鹿鸣清算': ['阿泽'] };
    for (const text of ['@', '@a', '@az', '@阿', '@阿泽']) {
      const { labels } = await completionsAt(`${LOG}昨天的图${text}<|>`, { speakers });
      assert.ok(labels.includes('@阿泽'), text);
    }
    for (const text of ['【', '【m', '【meigui', '【玫', '【玫瑰'])
      assert.ok((await completionsAt(`${LOG}谢谢${text}<|>】`)).labels.includes('[玫瑰]'), text);
    await accepts(LOG, '谢谢【玫瑰<|>】', '[玫瑰]', '谢谢[玫瑰]');
  });
});

describe('Completion and what a client can take', () => {
  it('falls back to one range, plain text and a detail', async () => {
    const client = { insertReplace: false, labelDetails: false, snippets: false, suggestsAgain: false };
    const { item } = await completionsAt(`${LOG}><|>`, { client });
    const time = item('> 21:43:10');
    assert.ok(time.textEdit && 'range' in time.textEdit);
    assert.equal(time.detail, 'The time now');
    assert.equal(time.command, undefined);
    assert.equal(time.insertTextFormat, undefined);
  });

  it('looks up details when they are wanted', async () => {
    const { item } = await completionsAt(`${LOG}[<|>]`);
    const rose = item('[玫瑰]');
    assert.equal(rose.documentation, undefined);
    const resolved = await completionResolve.answer(rose, contextFor());
    assert.match(JSON.stringify(resolved?.documentation), /🌹.*Rose/);
    const plain = await completionResolve.answer(rose, contextFor({ markdownCompletion: false }));
    assert.deepEqual(plain?.documentation, { kind: 'plaintext', value: '🌹 Rose\n[玫瑰] [Rose]' });
    const talk = `${HEAD}> 09:00:00  Ann\nhi\n`.replace('---\n>', 'talks:\n  - title: 日切\n    speaker: Ann\n---\n>');
    const person = (await completionsAt(`${talk}@<|>`)).item('@Ann');
    const logs = readLogs([talk]);
    assert.match(JSON.stringify(await completionResolve.answer(person, archiveContext(logs))), /日切 · 2026-11-20/);
  });
});

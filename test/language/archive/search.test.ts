import assert from 'node:assert/strict';
import { type FoundSymbol, type SpeakerNames, searchArchive } from '../../../server/src/language/index.js';
import { archiveOf } from '../../support/archive.js';

function whatIs(symbol: FoundSymbol): string {
  switch (symbol.kind) {
    case 'talk':
      return `talk ${symbol.talk.title ?? '?'} of ${symbol.talk.speaker ?? '?'}`;
    case 'speaker':
      return `${symbol.name} ${symbol.entries} at ${symbol.place.line}`;
    case 'tag':
      return `tag ${symbol.tag.name}`;
    case 'note':
      return `note ${symbol.note.beginning}`;
  }
}

function shown(symbol: FoundSymbol): string {
  const { log, by } = symbol;
  const what = whatIs(symbol);
  return `${log.summary.day?.slice(5) ?? 'no day'}: ${what}${by.length === 0 ? '' : ` (${by.join(', ')})`}`;
}

function check(
  logs: Readonly<Record<string, string>>,
  query: string,
  expected: readonly string[],
  { speakers = {}, limit = 100 }: { readonly speakers?: SpeakerNames; readonly limit?: number } = {},
): void {
  assert.deepEqual(searchArchive(archiveOf(logs, speakers), query, limit).map(shown), expected);
}

/** A log in which these speak, one entry each. */
const spoken = (...names: readonly string[]): string =>
  `---\nlayout: source\n---\n${names.map((name, index) => `> 09:00:0${index}  ${name}\nhi\n`).join('')}`;

const talking = (title: string, speaker: string): string =>
  `---\ntalks: [{title: ${title}, speaker: ${speaker}, start: "09:00:00", end: "09:00:05"}]\n---\n> 09:00:00  ${speaker}\nhi\n`;

const TWO_DAYS = {
  '2026-11-19-WeChat.txt': spoken('林一诺', 'Ann Lee'),
  '2026-11-20-WeChat.txt': spoken('阿泽', '林一诺', '林一诺'),
};

describe('A search in the archive', () => {
  it('finds a person in each log, the newest first', () =>
    check(TWO_DAYS, '林一诺', ['11-20: 林一诺 2 at 5', '11-19: 林一诺 1 at 3']));

  it('finds a name by its beginning, a part of it, and what stands in it with gaps', () => {
    check(TWO_DAYS, 'ann', ['11-19: Ann Lee 1 at 5']);
    check(TWO_DAYS, '一诺', ['11-20: 林一诺 2 at 5', '11-19: 林一诺 1 at 3']);
    check(TWO_DAYS, '林诺', ['11-20: 林一诺 2 at 5', '11-19: 林一诺 1 at 3']);
    check(TWO_DAYS, '诺林', []);
  });

  it('finds a name by pinyin, and says by which', () => {
    check(TWO_DAYS, 'lyn', ['11-20: 林一诺 2 at 5 (linyinuo)', '11-19: 林一诺 1 at 3 (linyinuo)']);
    check(TWO_DAYS, 'yn', ['11-20: 林一诺 2 at 5 (yinuo)', '11-19: 林一诺 1 at 3 (yinuo)']);
    check(TWO_DAYS, 'linyin', ['11-20: 林一诺 2 at 5 (linyinuo)', '11-19: 林一诺 1 at 3 (linyinuo)']);
    check(TWO_DAYS, 'linyn', ['11-20: 林一诺 2 at 5 (linyinuo)', '11-19: 林一诺 1 at 3 (linyinuo)']);
    check(TWO_DAYS, 'inuo', []);
    check(TWO_DAYS, 'lnyn', []);
  });

  it('reads a surname as such, and otherwise', () => {
    const logs = { '2026-11-20-WeChat.txt': spoken('单小北') };
    check(logs, 'sxb', ['11-20: 单小北 1 at 3 (shanxiaobei)']);
    check(logs, 'dxb', ['11-20: 单小北 1 at 3 (danxiaobei)']);
  });

  it('does not mind case, width and composition', () => {
    check(TWO_DAYS, 'ＡNN', ['11-19: Ann Lee 1 at 5']);
    check({ 'a.txt': spoken('Ａnn') }, 'ann', ['no day: Ａnn 1 at 3']);
    check({ 'a.txt': spoken('Rene\u0301') }, 'René', ['no day: Rene\u0301 1 at 3']);
  });

  it('puts titles first, then whole names, beginnings, parts, gaps, initials, and pinyin', () =>
    check(
      {
        '2026-11-18-WeChat.txt': talking('Why lin is not linear', 'Bob'),
        '2026-11-19-WeChat.txt': spoken('林妹', '黎娜', 'Lain', 'Colin', 'Linda', 'lin'),
        '2026-11-20-WeChat.txt': spoken('李娜', '里屋你'),
      },
      'lin',
      [
        '11-18: talk Why lin is not linear of Bob',
        '11-19: lin 1 at 13',
        '11-19: Linda 1 at 11',
        '11-19: Colin 1 at 9',
        '11-19: Lain 1 at 7',
        '11-20: 李娜 1 at 3 (lina)',
        '11-19: 林妹 1 at 3 (lin)',
        '11-19: 黎娜 1 at 5 (lina)',
      ],
    ));

  it('puts the better names first where the day is asked for too', () =>
    check({ '2026-11-19-WeChat.txt': spoken('Colin', 'lin') }, 'lin 2026-11', [
      '11-19: lin 1 at 5 (2026-11-19)',
      '11-19: Colin 1 at 3 (2026-11-19)',
    ]));

  it('finds a talk by its title, its presenter, and the pinyin of both', () => {
    const logs = { '2026-11-20-WeChat.txt': talking('微服务实践', '林一诺') };
    check(logs, '服务', ['11-20: talk 微服务实践 of 林一诺']);
    check(logs, 'fwsj', ['11-20: talk 微服务实践 of 林一诺 (fuwushijian)']);
    check(logs, '林', ['11-20: talk 微服务实践 of 林一诺 (林一诺)', '11-20: 林一诺 1 at 3']);
    check(logs, 'lyn', ['11-20: talk 微服务实践 of 林一诺 (linyinuo)', '11-20: 林一诺 1 at 3 (linyinuo)']);
  });

  it('wants all of several words, in names, titles, days and file names', () => {
    check(TWO_DAYS, '林 2026-11-19', ['11-19: 林一诺 1 at 3 (2026-11-19)']);
    check(TWO_DAYS, 'lee ann', ['11-19: Ann Lee 1 at 5']);
    check(TWO_DAYS, '林 ann', []);
    check({ 'Book%20Club-chat.txt': spoken('Ann') }, 'ann club', ['no day: Ann 1 at 3 (book club)']);
    check({ '2026-11-20-WeChat.txt': talking('微服务', 'Ann') }, 'ann 微服务 2026-11', [
      '11-20: talk 微服务 of Ann (Ann, 2026-11-20)',
    ]);
  });

  it('finds all of a day, talks first as names are the same, and nobody by what every file name ends with', () => {
    check(TWO_DAYS, '2026-11-20', ['11-20: 阿泽 1 at 3 (2026-11-20)', '11-20: 林一诺 2 at 5 (2026-11-20)']);
    check(TWO_DAYS, 'wechat', []);
    check(TWO_DAYS, '20', []);
    check(TWO_DAYS, '林 19 2026', []);
    check(TWO_DAYS, '2026-11 11-20 泽', ['11-20: 阿泽 1 at 3 (2026-11-20)']);
  });

  it('finds one person by each of their names, and counts what they said under all', () => {
    const logs = {
      '2026-11-19-WeChat.txt': spoken('一诺', '阿泽', '林一诺'),
      '2026-11-20-WeChat.txt': spoken('一诺'),
    };
    const speakers = { 林一诺: ['一诺', 'Yino'] };
    check(logs, 'yino', ['11-20: 林一诺 1 at 3 (Yino)', '11-19: 林一诺 2 at 3 (Yino)'], { speakers });
    check(logs, '林一', ['11-20: 林一诺 1 at 3', '11-19: 林一诺 2 at 3'], { speakers });
    check(logs, '林一', ['11-19: 林一诺 1 at 7']);
  });

  it('finds one person by the names that a log records, in that log', () =>
    check(
      {
        '2026-11-19-WeChat.txt': spoken('一诺'),
        '2026-11-20-WeChat.txt': '---\nspeakers: {林一诺: [一诺]}\n---\n> 09:00:00  一诺\nhi\n',
      },
      '林',
      ['11-20: 林一诺 1 at 3'],
    ));

  it('finds the newest talks and then the newest speakers where nothing is asked', () =>
    check(
      { ...TWO_DAYS, '2026-11-18-WeChat.txt': talking('A', 'Bob'), '2026-11-17-WeChat.txt': talking('B', 'Bob') },
      ' ',
      [
        '11-18: talk A of Bob',
        '11-17: talk B of Bob',
        '11-20: 阿泽 1 at 3',
        '11-20: 林一诺 2 at 5',
        '11-19: 林一诺 1 at 3',
      ],
      { limit: 5 },
    ));

  it('finds no more than is asked for, the best', () => {
    check(TWO_DAYS, '林', ['11-20: 林一诺 2 at 5'], { limit: 1 });
    check(TWO_DAYS, '林', [], { limit: 0 });
  });

  it('stays quick where a word could be read in very many ways', () => {
    const name = '安'.repeat(200);
    check({ 'a.txt': spoken(name) }, `${'an'.repeat(150)}x`, []);
  });

  it('finds tags and notes, behind people and talks that are found as well', () => {
    const logs = {
      '2026-11-20-WeChat.txt': `${spoken('春游')}<!-- @tag 春游, 路线 -->\n<!-- @note Cid: 春游\n改期 -->\n`,
      '2026-11-21-WeChat.txt': `${spoken('Ann')}<!-- @tag 春游 -->\n`,
    };
    check(logs, '春游', ['11-20: 春游 1 at 3', '11-21: tag 春游', '11-20: tag 春游', '11-20: note 春游 改期']);
    check(logs, 'lx', ['11-20: tag 路线 (luxian)']);
    check(logs, '改期', ['11-20: note 春游 改期']);
    check(logs, '', [
      '11-21: Ann 1 at 3',
      '11-20: 春游 1 at 3',
      '11-21: tag 春游',
      '11-20: tag 春游',
      '11-20: tag 路线',
      '11-20: note 春游 改期',
    ]);
  });
});

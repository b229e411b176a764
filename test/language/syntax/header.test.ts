import assert from 'node:assert/strict';
import { readHeader, readNearMiss } from '../../../server/src/language/syntax/header.js';
import { startCpuTime } from '../../support/cpuTime.js';

const GREATER = '>';

/** Reads one line in the middle of a text, so that offsets into the text would show. */
function around<Result>(line: string, read: (text: string, from: number, to: number) => Result): [Result, string] {
  return [read(`before\n${line}\nafter`, 7, 7 + line.length), line];
}

/** A header written right: what is its time, whose is its name. */
function good(line: string, time: string, speaker: string, seconds?: number): void {
  const [header, text] = around(line, readHeader);
  assert.ok(header, `no header: ${JSON.stringify(line)}`);
  assert.equal(header.wellFormed, true);
  assert.equal(text.slice(header.time.from, header.time.to), time);
  assert.equal(text.slice(header.speaker.from, header.speaker.to), speaker);
  if (seconds !== undefined) assert.equal(header.seconds, seconds);
}

/** A near miss: how it should be written, and what is said of it. */
function miss(line: string, meant: string, ...traits: ('sure' | 'guessed' | `on ${string}`)[]): void {
  assert.equal(around(line, readHeader)[0], undefined, `a header as it is: ${JSON.stringify(line)}`);
  const [found, text] = around(line, readNearMiss);
  assert.ok(found, `no near miss: ${JSON.stringify(line)}`);
  assert.equal(found.meant, meant);
  const said = [found.sure && 'sure', found.guessed && 'guessed', found.date && `on ${found.date}`];
  assert.deepEqual(said.filter(Boolean), traits, line);
  // What is meant is a header, with the time and the name that were read.
  const [header, meantText] = around(meant, readHeader);
  assert.ok(header);
  assert.equal(header.seconds, found.header.seconds);
  assert.equal(
    meantText.slice(header.speaker.from, header.speaker.to),
    text.slice(found.header.speaker.from, found.header.speaker.to),
  );
  assert.equal(found.header.wellFormed, false);
}

function neither(line: string): void {
  assert.equal(around(line, readHeader)[0], undefined, `a header: ${JSON.stringify(line)}`);
  assert.equal(around(line, readNearMiss)[0], undefined, `a near miss: ${JSON.stringify(line)}`);
}

describe('readHeader', () => {
  it('reads time and name', () => {
    good('> 07:45:33  林一诺  ', '07:45:33', '林一诺', 7 * 3600 + 45 * 60 + 33);
    good('> 00:00:00  Ann', '00:00:00', 'Ann', 0);
    good('> 23:59:59  Ann', '23:59:59', 'Ann', 24 * 3600 - 1);
    good('>   07:45:33     Ann', '07:45:33', 'Ann');
  });

  it('takes whatever stands in a name', () => {
    for (const name of [
      'Nora | 远山 | 风控',
      '老何@云麓',
      'Kim.K??',
      '青杉支付  何立',
      '[玫瑰]',
      '"Ann" <ann@example.org>',
      'A:B',
      '> 08:00:00',
      'a\u00a0b',
      '林\u3000一诺',
      '👩‍👩‍👧‍👦一家',
      '🏳️‍🌈',
      'مريم',
      '---',
      '<!-- Ann -->',
      '07:45:33  Ann',
      'e\u0301',
      '\u200dAnn',
    ]) {
      good(`> 07:45:33  ${name}`, '07:45:33', name);
      good(`> 07:45:33  ${name}  `, '07:45:33', name);
    }
  });

  it('leaves white space of any kind at the end of a name out', () => {
    for (const space of [' ', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff']) {
      good(`> 07:45:33  Ann${space}`, '07:45:33', 'Ann');
    }
  });

  it('reads a header without a name', () => {
    for (const line of ['> 07:45:33', '> 07:45:33 ', '> 07:45:33  ', '> 07:45:33\t']) good(line, '07:45:33', '');
  });

  it('reads a time that no clock shows, and gives no seconds for it', () => {
    for (const time of ['25:61:00', '24:00:00', '23:60:00', '23:59:60', '99:99:99']) {
      good(`> ${time}  Ann`, time, 'Ann');
      assert.equal(around(`> ${time}  Ann`, readHeader)[0]?.seconds, undefined);
    }
  });

  it('never looks behind the line', () => {
    const text = '> 07:45:33  Ann';
    for (let to = 0; to < 10; to++) assert.equal(readHeader(text, 0, to), undefined);
    for (const to of [10, 11, 12]) assert.deepEqual(readHeader(text, 0, to)?.speaker, { from: 10, to: 10 });
    assert.deepEqual(readHeader(text, 0, 13)?.speaker, { from: 12, to: 13 });
  });
});

describe('readNearMiss', () => {
  it('reads a mark that is missing, full-width, escaped or close to the time', () => {
    miss('>07:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('＞ 07:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('&gt; 07:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('07:45:33  Ann', '> 07:45:33  Ann');
    miss(' > 07:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('\u3000> 07:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('>\t07:45:33  Ann', '> 07:45:33  Ann', 'sure');
  });

  it('reads other white space before the name', () => {
    for (const space of ['', ' ', '\t', '\u3000', '\u00a0\u00a0', ' \u00a0', '  \t']) {
      miss(`> 07:45:33${space}林一诺`, '> 07:45:33  林一诺', 'sure');
    }
  });

  it('reads times written otherwise', () => {
    miss('> 7:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('> 07：45：33  Ann', '> 07:45:33  Ann', 'sure');
    miss('> 07.45.33  Ann', '> 07:45:33  Ann', 'sure');
    miss('> ０７：４５：３３  Ann', '> 07:45:33  Ann', 'sure');
    miss('> 07:45  Ann', '> 07:45:00  Ann', 'guessed');
    miss('> 7：5  Ann', '> 07:05:00  Ann', 'guessed');
    miss('＞７：４５：３３　林一诺', '> 07:45:33  林一诺', 'sure');
  });

  it('reads halves of the day', () => {
    miss('> 上午 7:45:33  Ann', '> 07:45:33  Ann', 'sure');
    miss('> 下午 3:05:09  Ann', '> 15:05:09  Ann', 'sure');
    miss('> 晚上8:05:09  Ann', '> 20:05:09  Ann', 'sure');
    miss('> 中午 12:05:09  Ann', '> 12:05:09  Ann', 'sure');
    miss('> 凌晨 12:05:09  Ann', '> 00:05:09  Ann', 'sure');
    miss('> 3:05:09 PM  Ann', '> 15:05:09  Ann', 'sure');
    miss('> 12:05:09 AM  Ann', '> 00:05:09  Ann', 'sure');
    miss('> 12:05:09 p.m.  Ann', '> 12:05:09  Ann', 'sure');
    miss('> 3:05 PM  Ann', '> 15:05:00  Ann', 'sure', 'guessed');
  });

  it('reads a date before the time', () => {
    miss('> 2026-11-20 07:45:33  Ann', '> 07:45:33  Ann', 'sure', 'on 2026-11-20');
    miss('> 2026/1/2 07:45:33  Ann', '> 07:45:33  Ann', 'sure', 'on 2026-01-02');
    miss('> 2026年1月2日 07:45:33  Ann', '> 07:45:33  Ann', 'sure', 'on 2026-01-02');
    miss('2026.11.20 07:45:33  Ann', '> 07:45:33  Ann', 'on 2026-11-20');
  });

  it('keeps hostile names whole', () => {
    for (const name of ['Nora | 远山', '老何@云麓', 'a\u00a0b', '林\u3000一诺', '👩‍👩‍👧‍👦', '青杉  何立', '[玫瑰]']) {
      miss(`>07:45:33  ${name}`, `> 07:45:33  ${name}`, 'sure');
    }
  });

  it('keeps a name that is longer than it looks', () => {
    const name = '长'.repeat(3000);
    miss(`>07:45:33  ${name}`, `> 07:45:33  ${name}`, 'sure');
  });

  it('leaves lines alone that merely hold a time, or a quotation', () => {
    for (const line of [
      '',
      ' ',
      GREATER,
      '> ',
      '>>> a',
      'hi',
      '12:30:00 见',
      '12:30 见',
      '12:30  见',
      '今天 07:45:33  Ann',
      '> 见 07:45:33',
      '> 2.85 万',
      '> 12.30  元',
      '2026-11-20',
      '> 2026-11-20',
      '07-45-33  Ann',
      '> 12:30.5 秒',
      '> 9:00 开会，别迟到',
      '![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png)',
      '<!-- @note 2026-11-23 reviewer: needs a source -->',
      'http://a.example.org:80/07:45:33  Ann',
      '> 107:45:33  Ann',
      '> 07:45:333  Ann',
    ]) {
      neither(line);
    }
  });

  it('is linear in the length of the line', () => {
    for (const piece of ['>', ' ', '\u3000', '7:', '07:45:33 ', '&gt;', '上午', '２０２６年']) {
      const line = piece.repeat(100_000 / piece.length);
      const time = startCpuTime();
      for (const text of [line, `>${line}`, `> 07:45:33${line}`, `07:45${line}`]) {
        readHeader(text, 0, text.length);
        readNearMiss(text, 0, text.length);
      }
      const took = time();
      assert.ok(took < 500, `${JSON.stringify(piece)}: ${took} ms`);
    }
  });
});

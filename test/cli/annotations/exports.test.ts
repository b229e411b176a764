import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { default as addFormats } from 'ajv-formats';
import { bratOf } from '../../../server/src/cli/annotations/brat.js';
import { csvList } from '../../../server/src/cli/annotations/csvList.js';
import { w3cList } from '../../../server/src/cli/annotations/w3cList.js';
import { ChatDocument } from '../../../server/src/language/index.js';
import { annotateAtRandom } from '../../support/annotateAtRandom.js';
import { randomPieces } from '../../support/logText.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 0, text);

function w3cOf(text: string): readonly W3c[] {
  const list = w3cList();
  return JSON.parse(list.begin() + list.log('logs/a b.txt', parse(text)) + list.end());
}

interface W3c {
  readonly id: string;
  readonly target: { readonly source: string; readonly selector: readonly Record<string, string | number>[] };
}

const RICH =
  '---\ntalks: [{title: 日切, speaker: Ann, start: "09:00:00", end: "09:00:01"}]\n---\r\n' +
  '> 09:00:00  Ann😀\r\n\r\n早😀 one two one\r\nthree\r\n\r\n<!-- @note 2026-11-23 Cid: **why?** -->\r\n' +
  '<!-- @note on "one" #2 [resolved]: a\nb -->\r\n<!-- @note on "one\\nthree": c -->\r\n<!-- @note on "gone": d -->\r\n<!-- @tag 清算, b -->\r\n' +
  '> 09:00:01  Ann\r\n\r\nhi\r\n\r\n<!-- @note: e -->\r\n';

/** The logs that every export is tried on. */
function randomLogs(holds: (text: string) => void): void {
  property(
    300,
    (random) => ['> 08:00:00  Ann\n', ...randomPieces(random, 8)],
    (pieces) => holds(annotateAtRandom(pieces.join(''), new Random(pieces.length), 8)),
  );
}

describe('Annotations for the Web Annotation Data Model', () => {
  const ajv = new Ajv({ allErrors: true, strictTuples: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const schema = JSON.parse(readFileSync(join(import.meta.dirname ?? __dirname, 'webAnnotation.schema.json'), 'utf8'));
  const validate = ajv.compile(schema);
  const checkValid = (text: string): readonly W3c[] => {
    const annotations = w3cOf(text);
    assert.ok(validate(annotations), JSON.stringify(validate.errors));
    return annotations;
  };

  it('are valid by the model, whatever the log', () => {
    assert.equal(checkValid(RICH).length, 7);
    randomLogs(checkValid);
  });

  it('have names that stay, and differ', () => {
    const ids = w3cOf(RICH).map(({ id }) => id);
    assert.deepEqual(
      ids,
      w3cOf(RICH).map(({ id }) => id),
    );
    assert.equal(new Set(ids).size, ids.length);
    assert.match(ids[0] ?? '', /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('select the words that are meant, in code points, and line breaks as one character', () => {
    const check = (text: string): void => {
      const codePoints = [...text];
      const characters = [...text.replaceAll('\r\n', '\n')];
      for (const { target } of w3cOf(text)) {
        const [quote, position, fragment] =
          target.selector.length === 3 ? target.selector : [undefined, ...target.selector];
        const found = codePoints.slice(Number(position?.['start']), Number(position?.['end'])).join('');
        const [from, to] = String(fragment?.['value']).slice('char='.length).split(',').map(Number);
        assert.equal(characters.slice(from, to).join(''), found.replaceAll('\r\n', '\n'));
        if (!quote) continue;
        assert.equal(found, quote['exact']);
        assert.ok(text.includes(`${quote['prefix'] ?? ''}${quote['exact']}${quote['suffix'] ?? ''}`));
      }
    };
    check(RICH);
    randomLogs((text) => check(Buffer.from(text).toString()));
    assert.deepEqual(
      w3cOf(RICH).map(({ target }) => target.selector.length === 3 && target.selector[0]?.['exact']),
      [false, '> 09:00:00  Ann😀', 'one', 'one\r\nthree', '> 09:00:00  Ann😀', '> 09:00:00  Ann😀', '> 09:00:01  Ann'],
    );
    assert.equal(w3cOf(RICH)[0]?.target.source, 'logs/a%20b.txt');
  });
});

describe('Annotations for brat', () => {
  /** Checks a file as brat reads it: fields between tabs, words in code points, and notes of what is there. */
  const check = (text: string): void => {
    const codePoints = [...text];
    const ids = new Set<string>();
    for (const line of bratOf(parse(text)).split('\n').slice(0, -1)) {
      const [id = '', middle = '', ...more] = line.split('\t');
      assert.ok(!ids.has(id));
      ids.add(id);
      if (id.startsWith('#')) {
        assert.equal(more.length, 1);
        assert.ok(ids.has(middle.replace(/^AnnotatorNotes /, '')));
        continue;
      }
      const [, type = '', places = ''] = /^(\w+) (.*)$/.exec(middle) ?? [];
      assert.match(type, /^(?:Note|Tag|Talk)$/);
      const words = places.split(';').map((place) => {
        const [from = 0, to = 0] = place.split(' ').map(Number);
        assert.ok(from < to);
        return codePoints.slice(from, to).join('');
      });
      assert.equal(words.join(' '), more.join('\t'));
      assert.doesNotMatch(more.join('\t'), /[\r\n]/);
    }
  };

  it('have the words that stand at their places', () => {
    check(RICH);
    randomLogs((text) => check(Buffer.from(text).toString()));
  });

  it('are text-bound, with a note each', () =>
    assert.equal(
      bratOf(
        parse('> 09:00:00  Ann\n\n早😀 one\ntwo\n\n<!-- @note Cid on "one\\ntwo": a\nb\\c -->\n<!-- @tag 清算 -->\n'),
      ),
      'T1\tNote 20 23;24 27\tone two\n#1\tAnnotatorNotes T1\t@note Cid on "one\\\\ntwo": a\\nb\\\\c\n' +
        'T2\tTag 0 15\t> 09:00:00  Ann\n#2\tAnnotatorNotes T2\t@tag 清算\n',
    ));
});

describe('Annotations as a table', () => {
  const csvOf = (text: string): string => {
    const list = csvList();
    return list.begin() + list.log('a.txt', parse(text)) + list.end();
  };

  /** The rows of a table by RFC 4180, which it must follow to the letter. */
  function rowsOf(csv: string): readonly (readonly string[])[] {
    const rows: string[][] = [];
    let row: string[] = [];
    const FIELD = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)/y;
    while (FIELD.lastIndex < csv.length) {
      const { quoted, plain = '', end } = FIELD.exec(csv)?.groups ?? assert.fail(`no field in ${JSON.stringify(csv)}`);
      row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows;
  }

  it('have a row each, with the entry', () =>
    assert.deepEqual(rowsOf(csvOf(RICH)), [
      ['file', 'line', 'kind', 'time', 'end', 'speaker', 'entry', 'quote', 'date', 'author', 'text', 'resolved'],
      ['a.txt', '15', 'talk', '09:00:00', '09:00:01', 'Ann', '', '', '', '', '日切', ''],
      ...[
        ['9', 'note', '', '2026-11-23', 'Cid', '**why?**', 'no'],
        ['10', 'note', 'one', '', '', 'a\nb', 'yes'],
        ['12', 'note', 'one\nthree', '', '', 'c', 'no'],
        ['13', 'note', 'gone', '', '', 'd', 'no'],
        ['14', 'tag', '', '', '', '清算', ''],
        ['14', 'tag', '', '', '', 'b', ''],
      ].map(([line, kind, ...more]) => [
        'a.txt',
        line,
        kind,
        '09:00:00',
        '',
        'Ann😀',
        '早😀 one two one\r\nthree',
        ...more,
      ]),
      ['a.txt', '19', 'note', '09:00:01', '', 'Ann', 'hi', '', '', '', 'e', 'no'],
    ]));

  it('are tables of as many columns, and no field is a formula, whatever the log', () => {
    const check = (text: string): void => {
      for (const row of rowsOf(csvOf(text))) {
        assert.equal(row.length, 12);
        for (const field of row) assert.doesNotMatch(field, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }
    };
    randomLogs(check);
    for (const sign of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', '＝1', ' =1']) {
      const note = `<!-- @note ${JSON.stringify(sign)} on ${JSON.stringify(sign)}: ${sign} -->`;
      check(`> 09:00:00  ${sign.trim()}\n\n${sign}\n\n${note}\n<!-- @tag ${JSON.stringify(sign)} -->\n`);
    }
  });
});

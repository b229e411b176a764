import assert from 'node:assert/strict';
import { inEnglish, readConfig } from '../../../server/src/language/index.js';
import { readMarkers, showRanges } from '../../support/markers.js';
import { property } from '../../support/random.js';

/** Reads a configuration in which each problem stands between marks; `expected` are the problems' messages. */
function checkProblems(marked: string, ...expected: string[]): void {
  const { text } = readMarkers(marked);
  const { problems } = readConfig(text);
  assert.deepEqual(
    problems.map(({ message }) => inEnglish(message)),
    expected,
  );
  assert.equal(showRanges(text, problems), marked);
}

describe('readConfig', () => {
  it('reads every setting', () => {
    const { config, problems } = readConfig(`# how logs are checked
rules:
  time-order: warning
  'header-malformed': off
images:
  folders:
    http://static.example.org/img/: pictures
frontMatter:
  requiredKeys: [title, date]
files:
  patterns:
    - archive/**/*.txt
speakers:
  林一诺: [Lin, 'L??']
  Ann:
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      severities: { 'time-order': 'warning', 'header-malformed': 'off' },
      imageFolders: { 'http://static.example.org/img/': 'pictures' },
      requiredKeys: ['title', 'date'],
      patterns: ['archive/**/*.txt'],
      speakers: { 林一诺: ['Lin', 'L??'], Ann: [] },
    });
  });

  it('takes what is not there, or empty, as not set', () => {
    for (const text of [
      '',
      '\n',
      '# nothing\n',
      '---\n',
      'rules:\nimages:\n  folders:\nfiles:\n  patterns:\nspeakers:\n',
      '{}',
    ]) {
      assert.deepEqual(readConfig(text), { config: { severities: {}, imageFolders: {} }, problems: [] }, text);
    }
  });

  it('names keys that there are not, and those that are meant', () => {
    checkProblems('<[rulse]>:\n  time-order: off\n', 'There is no setting “rulse”; did you mean “rules”?');
    checkProblems('<[colour]>: red\n', 'There is no setting “colour”.');
    checkProblems('images:\n  <[folder]>: {}\n', 'There is no setting “folder”; did you mean “folders”?');
    checkProblems(
      '<[__proto__]>: 1\n<[constructor]>: 2\n',
      'There is no setting “__proto__”.',
      'There is no setting “constructor”.',
    );
    checkProblems('rules:\n  <[time-oder]>: off\n', 'There is no rule “time-oder”; did you mean “time-order”?');
    checkProblems('rules:\n  <[nonsense]>: off\n', 'There is no rule “nonsense”.');
  });

  it('names values that can’t be', () => {
    const severities = '“time-order” can be set to error, warning, info, hint, off.';
    checkProblems('rules:\n  time-order: <[warn]>\n', severities);
    checkProblems('rules:\n  time-order: <[true]>\n', severities);
    checkProblems('rules:\n  <[time-order]>:\n', severities);
    checkProblems('rules: <[off]>\n', '“rules” must be keys with their values.');
    checkProblems('<[- rules\n]>', '“.chatlog.yaml” must be keys with their values.');
    checkProblems('frontMatter:\n  requiredKeys: <[title]>\n', '“requiredKeys” must be a list of texts.');
    checkProblems('frontMatter:\n  requiredKeys: [title, <[1]>]\n', '“requiredKeys” must be a list of texts.');
    checkProblems('speakers: <[Ann]>\n', '“speakers” must be keys with their values.');
    checkProblems(
      'speakers:\n  Ann: <[A]>\n  Bob: [<[1]>]\n',
      '“Ann” must be a list of texts.',
      '“Bob” must be a list of texts.',
    );
    checkProblems("files:\n  patterns: ['a', <['']>]\n", '“patterns” must be a list of texts.');
    checkProblems(
      'images:\n  folders:\n    http://a/: <[[b]]>\n    <[http://c/]>:\n',
      '“http://a/” must be a text.',
      '“http://c/” must be a text.',
    );
  });

  it('names who shares a name with somebody else', () => {
    checkProblems('speakers:\n  Ann: [A]\n  <[Bob]>: [B, A]\n', '“A” stands for two people here.');
    checkProblems('speakers:\n  <[Ann]>: [Bob]\n  Bob: [B]\n', '“Bob” stands for two people here.');
    checkProblems('speakers:\n  Ann: [Ann, A, A]\n');
  });

  it('names a key that stands twice, and keeps the first', () => {
    checkProblems('files: {}\n<[files]>: {}\n', '“files” stands here a second time.');
    const { config } = readConfig('rules:\n  time-order: off\n  time-order: error\n');
    assert.deepEqual(config.severities, { 'time-order': 'off' });
  });

  it('says what is no YAML, and keeps what is right beside a problem', () => {
    const { config, problems } = readConfig('rules: [\n');
    assert.match(inEnglish(problems[0]?.message ?? ''), /^This is not YAML: /);
    assert.deepEqual(config, { severities: {}, imageFolders: {} });
    assert.deepEqual(readConfig('colour: red\nrules:\n  time-order: off\n').config.severities, { 'time-order': 'off' });
  });

  it('reads whatever is there without failing, its problems in the text', () => {
    const words = [
      'rules',
      'files:',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '"',
      ': ',
      '!!x ',
      '\t',
      '--- ',
      '玫瑰',
      '|',
      '\ufeff',
    ];
    property(
      600,
      (random) => Array.from({ length: 12 }, () => random.pick(words)),
      (pieces) => {
        const text = pieces.join('');
        for (const { from, to } of readConfig(text).problems) {
          assert.ok(0 <= from && from <= to && to <= text.length, `${from} to ${to} of ${text.length}`);
        }
      },
    );
  });
});

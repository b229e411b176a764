import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { githubReport } from '../../server/src/cli/report/github.js';
import type { CheckedLog, Look, Report, Totals } from '../../server/src/cli/report/report.js';
import { sarifReport } from '../../server/src/cli/report/sarif.js';
import { textReport } from '../../server/src/cli/report/text.js';
import { lint, message, rules } from '../../server/src/language/index.js';
import { examplesOf } from '../../server/src/language/lint/rules/examples.js';
import { parse } from '../support/featureContext.js';
import { BROKEN, GOOD } from '../support/invented.js';
import { runCli, temporaryLogs } from '../support/runCli.js';

const look: Look = { colour: false, quiet: false, version: '1.2.3' };
const totals: Totals = { logs: 1, found: { error: 1, warning: 0, info: 0, hint: 0 }, fixable: 0, fixed: 0 };

// Without `u`: the official schema has a regular expression that is none with it.
const validator = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(validator as never);
const isSarif = validator.compile(schema);

/** A log with a finding made up for the test. */
function checkedLog(path: string, text: string, found: Partial<CheckedLog['diagnostics'][number]>): CheckedLog {
  const document = parse(text);
  const diagnostic = {
    from: 0,
    to: 1,
    ruleId: 'time-order',
    severity: 'error',
    message: message('Odd.'),
    ...found,
  } as const;
  return { path, document, diagnostics: [diagnostic] };
}

/** The report on some logs, put together as `chatlog check` does it. */
function whole(report: Report, logs: readonly CheckedLog[]): string {
  const texts = logs.map((checked) => report.log(checked)).filter((text) => text !== '');
  const shown = texts.length > 0 ? report.first + texts.join(report.between) : '';
  return report.begin() + shown + report.end(totals, texts.length === 0);
}

describe('SARIF', () => {
  const files = temporaryLogs({ 'broken.txt': BROKEN, 'good.txt': GOOD, 'a b,林.txt': `\ufeff${BROKEN}` });
  after(() => files.remove());

  // biome-ignore lint/suspicious/noExplicitAny: the schema says what it is.
  async function sarif(...argv: string[]): Promise<any> {
    const { out, err } = await runCli(['check', '--format', 'sarif', ...argv]);
    assert.equal(err, '');
    const log = JSON.parse(out);
    assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    return log;
  }

  it('is valid, whatever is in the logs', async () => {
    await sarif(files.path('good.txt'));
    await sarif(files.folder);
    await sarif(files.path('a b,林.txt'), files.path('broken.txt'));
    for (const rule of rules) {
      const logs = examplesOf(rule).invalid.map(({ text }, index) => {
        const document = parse(text.replace(/<\[|\]>/g, ''));
        return { path: `log ${index}.txt`, document, diagnostics: lint(document) };
      });
      const log = JSON.parse(whole(sarifReport(look), logs));
      assert.ok(isSarif(log), `${rule.id}: ${JSON.stringify(isSarif.errors)}`);
    }
  });

  it('tells of each finding its rule, place and fixes, columns as UTF-16 counts them', async () => {
    const { runs } = await sarif(files.path('broken.txt'));
    const [{ tool, columnKind, results }] = runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual([tool.driver.name, tool.driver.version], ['chatlog', '1.2.3']);
    assert.deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
    const [header, order] = results;
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    assert.deepEqual([header.ruleId, header.level], ['header-malformed', 'error']);
    const { artifactLocation, region } = header.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, new URL(`file://${files.path('broken.txt')}`).href);
    assert.deepEqual(region, { startLine: 10, startColumn: 1, endLine: 10, endColumn: 15 });
    assert.equal(header.fixes.length, 1);
    assert.ok(header.fixes[0].artifactChanges[0].replacements.length > 0);
    assert.equal(order.ruleId, 'time-order');
    assert.equal(order.relatedLocations.length, 1);
  });

  it('names relative paths by relative URIs, whatever is in them', () => {
    const report = sarifReport(look);
    for (const [path, uri] of [
      ['logs/a b.txt', 'logs/a%20b.txt'],
      ['C:x#y?.txt', 'C%3Ax%23y%3F.txt'],
      ['../林\n.txt', '../%E6%9E%97%0A.txt'],
    ] as const) {
      const result = JSON.parse(report.log(checkedLog(path, GOOD, {})));
      assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, uri);
    }
  });
});

describe('GitHub’s format', () => {
  const annotation = (checked: CheckedLog): string => githubReport().log(checked);

  it('has a command for each finding, and a summary', async () => {
    const files = temporaryLogs({ 'broken.txt': BROKEN });
    const { code, out } = await runCli(['check', '--format', 'github', files.path('broken.txt')]);
    files.remove();
    assert.equal(code, 1);
    const [first, second, ...rest] = out.split('\n');
    const file = files.path('broken.txt').replaceAll(':', '%3A');
    assert.ok(
      first?.startsWith(`::error file=${file},line=10,endLine=10,col=1,endColumn=15,title=header-malformed::`),
      first,
    );
    assert.ok(
      second?.startsWith(`::error file=${file},line=12,endLine=12,col=3,endColumn=11,title=time-order::08:00:00`),
      second,
    );
    assert.match(rest.join('\n'), /^Logs checked: 1;/);
  });

  it('takes nothing in a name or a message for its own', () => {
    const odd = checkedLog('a,b:c%0A\nd.txt', 'x\n', { message: message('50%, :: {0}', 'a\r\n::error::b\u001b[31m') });
    assert.equal(
      annotation(odd),
      '::error file=a%2Cb%3Ac%250A%0Ad.txt,line=1,endLine=1,col=1,endColumn=2,title=time-order::50%25, :: a%0D%0A::error::b [31m\n',
    );
  });

  it('has no columns for what goes over several lines, and notices for hints', () => {
    const several = checkedLog('a.txt', 'x\ny\n', { to: 3, severity: 'hint' });
    assert.equal(annotation(several), '::notice file=a.txt,line=1,endLine=2,title=time-order::Odd.\n');
    assert.match(annotation(checkedLog('a.txt', 'x', { severity: 'warning' })), /^::warning /);
  });
});

describe('The report as text', () => {
  it('keeps the findings of a file together', () => {
    const logs = ['a.txt', 'none.txt', 'b.txt'].map((path) => {
      const checked = checkedLog(path, 'x\n', {});
      return path === 'none.txt' ? { ...checked, diagnostics: [] } : checked;
    });
    assert.ok(
      whole(textReport(look), logs).startsWith(
        'a.txt:1:1: error: Odd. [time-order]\n1 | x\n  | ^\n\nb.txt:1:1: error: Odd. [time-order]\n1 | x\n  | ^\n',
      ),
    );
  });

  it('shows hints, which are no reason for exit code 1, and errors only where that is asked for', async () => {
    const files = temporaryLogs({
      '.chatlog.yaml': 'rules:\n  header-malformed: warning\n  time-order: hint\n',
      'a.txt': BROKEN,
      'b.txt': BROKEN.replace('>09', '> 09'),
    });
    try {
      const hint = await runCli(['check', files.path('b.txt')]);
      assert.equal(hint.code, 0);
      assert.match(hint.out, /: hint: /);
      assert.match(hint.out, /warnings: 0\.\nInfos and hints: 1\.\n$/);
      const warning = await runCli(['check', '--quiet', files.path('a.txt')]);
      assert.equal(warning.code, 1);
      assert.match(warning.out, /^Logs checked: 1; errors: 0, warnings: 1\.\n/);
      assert.deepEqual(await runCli(['check', '--quiet', files.path('b.txt')]), { code: 0, out: '', err: '' });
      const json = await runCli(['check', '--quiet', '--format', 'json', files.path('a.txt')]);
      assert.deepEqual(JSON.parse(json.out)[0].diagnostics, []);
    } finally {
      files.remove();
    }
  });

  it('is in colour as the environment says', async () => {
    const files = temporaryLogs({ 'a.txt': BROKEN });
    const coloured = async (isTTY: boolean, env: Record<string, string>): Promise<boolean> =>
      (await runCli(['check', files.path('a.txt')], { isTTY, env })).out.includes('\u001b[31m');
    assert.equal(await coloured(true, {}), true);
    assert.equal(await coloured(false, {}), false);
    assert.equal(await coloured(true, { NO_COLOR: '1' }), false);
    assert.equal(await coloured(true, { NO_COLOR: '' }), true);
    assert.equal(await coloured(true, { TERM: 'dumb' }), false);
    assert.equal(await coloured(false, { FORCE_COLOR: '1' }), true);
    assert.equal(await coloured(true, { FORCE_COLOR: '0' }), false);
    assert.equal(await coloured(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    files.remove();
  });
});

describe('JSON', () => {
  it('is an array however many logs there are', async () => {
    const files = temporaryLogs({ 'a.txt': GOOD, 'b.txt': BROKEN, 'c.txt': '' });
    const count = async (...names: string[]): Promise<number> =>
      JSON.parse((await runCli(['check', '--format', 'json', ...names.map(files.path)])).out).length;
    assert.equal(await count('c.txt'), 1);
    assert.equal(await count('a.txt', 'b.txt'), 2);
    assert.equal(await count('b.txt', 'c.txt', 'a.txt'), 3);
    files.remove();
  });
});

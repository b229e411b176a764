import assert from 'node:assert/strict';
import type { Diagnostic, Range } from 'vscode-languageserver-protocol';
import { diagnostic } from '../../server/src/features/diagnostic.js';
import type { Severities } from '../../server/src/language/index.js';
import { contextFor, FRONT_MATTER, onlyRules, parse, uri } from '../support/featureContext.js';

const place = ({ start, end }: Range): string => `${start.line}:${start.character}-${end.line}:${end.character}`;

const OTHERS_OFF = onlyRules('header-malformed', 'time-order');

function answer(text: string, severities: Severities): readonly Diagnostic[] {
  const report = diagnostic.answer(
    parse(text),
    { textDocument: { uri } },
    contextFor({}, { ...OTHERS_OFF, ...severities }),
  );
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

/** Checks what is reported, each problem as `place severity code`, and below it the places it points to. */
function check(text: string, severities: Severities, ...expected: string[]): void {
  const shown = answer(text, severities).flatMap(({ range, severity, code, relatedInformation }) => [
    `${place(range)} ${severity} ${code}`,
    ...(relatedInformation ?? []).map(({ location }) => `  ${place(location.range)}`),
  ]);
  assert.deepEqual(shown, expected);
}

describe('Diagnostics', () => {
  it('stand where the fault is, with the place they point to', () =>
    check(
      '> 09:00:00  林一诺\n早\n> 08:00:00  Ann\nhi\n> 09:00:01  Ann\nhi\n',
      {},
      '2:2-2:10 1 time-order',
      '  0:2-0:10',
    ));

  it('have the severity that the user chose', () => {
    const text = '>09:00:00  Ann\nhi\n';
    check(text, {}, '0:0-0:14 1 header-malformed');
    check(text, { 'header-malformed': 'warning' }, '0:0-0:14 2 header-malformed');
    check(text, { 'header-malformed': 'info' }, '0:0-0:14 3 header-malformed');
    check(text, { 'header-malformed': 'hint' }, '0:0-0:14 4 header-malformed');
    check(text, { 'header-malformed': 'off' });
  });

  it('count columns in UTF-16 code units', () => check('>09:00:00  👩‍💻林\nhi\n', {}, '0:0-0:17 1 header-malformed'));

  it('say their source, their message, and the page of their rule', () => {
    const [found] = answer('> 09:00:00  Ann\nhi\n> 08:00:00  Ann\nhi\n> 09:00:01  Ann\nhi\n', {});
    assert.equal(found?.source, 'chatlog');
    assert.equal(found?.message, '08:00:00 is earlier than 09:00:00, which stands before it.');
    assert.equal(found?.codeDescription?.href, 'file:///docs/rules/time-order.md');
    assert.equal(found?.relatedInformation?.[0]?.message, 'This entry, at 09:00:00, stands before it.');
    assert.equal(found?.relatedInformation?.[0]?.location.uri, uri);
  });

  it('are none for a log without faults', () => {
    const report = diagnostic.answer(
      parse(`${FRONT_MATTER}> 09:00:00  Ann\nhi\n`),
      { textDocument: { uri } },
      contextFor(),
    );
    assert.deepEqual(report, { kind: 'full', items: [] });
  });
});

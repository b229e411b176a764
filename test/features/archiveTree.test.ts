import assert from 'node:assert/strict';
import { archiveTree } from '../../server/src/features/workspace/archiveTree.js';
import { archiveOf } from '../support/archive.js';
import { contextFor } from '../support/featureContext.js';

const log = (day: string, ...talks: readonly string[]): string =>
  `---\ndate: ${day} 12:00:00\nspeakers: {林一诺: [Lin]}\ntalks:\n${talks.map((talk) => `  - {${talk}}\n`).join('')}---\n` +
  '> 19:00:00  Lin\n一\n> 20:00:00  阿泽\n二\n';

async function check(logs: Readonly<Record<string, string>>, ...expected: readonly string[]): Promise<void> {
  const archive = archiveOf(logs);
  const months = await archiveTree.answer({}, { ...contextFor(), wholeArchive: async () => archive });
  const shown = months.flatMap(({ label, description, children }) => [
    `${label} (${description})`,
    ...children.map((talk) => {
      const { uri = '', range } = talk.target ?? {};
      return `  ${talk.label} | ${talk.description} | ${uri.split('/').at(-1)}:${range?.start.line}`;
    }),
  ]);
  assert.deepEqual(shown, expected);
}

describe('The tree of the archive', () => {
  it('has the talks by month, the newest first, with their presenters', () =>
    check(
      {
        'a.txt': log('2026-10-03', 'title: 日切, speaker: Lin, start: "19:00:00"'),
        'b.txt': log('2026-11-20', 'title: 清算, speaker: Lin, start: "19:00:00"', 'speaker: 阿泽, start: "20:00:00"'),
        'c.txt': log('2026-11-21', 'title: 对账, speaker: 阿泽, start: "20:00:00"'),
      },
      '2026-11 (3)',
      '  11-21  对账 | 阿泽 | c.txt:8',
      '  11-20  阿泽 | 阿泽 | b.txt:9',
      '  11-20  清算 | 林一诺 | b.txt:7',
      '2026-10 (1)',
      '  10-03  日切 | 林一诺 | a.txt:6',
    ));

  it('is empty where nobody gave a talk', () => check({ 'a.txt': '> 09:00:00  Ann\nhi\n' }));
});

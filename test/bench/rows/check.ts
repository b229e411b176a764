import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../../support/built.js';
import { type Cost, compare } from '../processes.js';
import { milliseconds, type Result, type Row, times } from '../row.js';
import { benchFolder, peer, type Workplace } from '../workplace.js';

const { execPath: node } = process;

/** `chatlog check` as a whole process, held against the floor and against checkers of Markdown on the same texts. */
export const check: Row = {
  name: 'check',
  async measure(workplace) {
    const { floor, ours, oneRule, allRules } = await compare(
      {
        floor: [node, join(benchFolder, 'floor.mjs'), workplace.logs],
        // As the others are told to, it says nothing of what is no error.
        ours: [node, built('dist/cli.js'), 'check', '--quiet', workplace.logs],
        oneRule: rumdl(workplace, '--enable', 'MD009'),
        allRules: rumdl(workplace),
      },
      { rounds: 7 },
    );
    const slow = await compare(slowPeers(workplace), { rounds: 1 });
    const fastest = Math.min(...Object.values(slow).map(({ wall }) => wall));
    const of = (name: string, theirs: Cost, bar: string, reached: boolean): Result => ({
      work: `check ${workplace.count} logs`,
      ours: `${milliseconds(ours.wall)} (CPU ${milliseconds(ours.cpu)})`,
      against: name,
      theirs: `${milliseconds(theirs.wall)} (CPU ${milliseconds(theirs.cpu)}), ${times(theirs.wall / ours.wall)} ours`,
      bar,
      reached,
    });
    return [
      of('the floor', floor, 'at most 2 × its time', ours.wall <= 2 * floor.wall),
      of('rumdl, one rule', oneRule, 'no slower', ours.wall <= oneRule.wall),
      of('rumdl, its rules', allRules, '3 × faster', ours.wall * 3 <= allRules.wall),
      ...Object.entries(slow).map(([name, cost]) =>
        of(name, cost, '20 × faster than the fastest of the three', ours.wall * 20 <= fastest),
      ),
    ];
  },
};

const rumdl = ({ asMarkdown }: Workplace, ...options: string[]): readonly string[] => [
  node,
  peer('rumdl/bin/rumdl'),
  'check',
  '--no-cache',
  '--no-config',
  '--silent',
  ...options,
  asMarkdown,
];

/** The checkers that take seconds, each with one rule or so. */
function slowPeers({ folder, asMarkdown }: Workplace): Readonly<Record<string, readonly string[]>> {
  const config = (name: string, content: object): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const oneRule = config('.markdownlint-cli2.jsonc', { config: { default: false, MD009: true }, noBanner: true });
  const schema = config('schema.json', { type: 'object', required: ['layout', 'title', 'date'] });
  const remark = config('remark.json', {
    plugins: [
      [peer('remark-frontmatter/index.js'), ['yaml']],
      [peer('remark-lint-frontmatter-schema/dist/index.js'), { schemas: { [schema]: ['**/*.md'] } }],
    ],
  });
  const textlint = config('.textlintrc.json', { rules: { 'no-todo': true } });
  return {
    'markdownlint-cli2, one rule': [
      node,
      peer('markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      '--config',
      oneRule,
      `${asMarkdown}/**/*.md`,
    ],
    'remark, front matter': [
      node,
      peer('remark-cli/cli.js'),
      asMarkdown,
      '--quiet',
      '--no-stdout',
      '--rc-path',
      remark,
    ],
    'textlint, one rule': [
      node,
      peer('textlint/bin/textlint.js'),
      '--config',
      textlint,
      '--rules-base-directory',
      peer('.'),
      asMarkdown,
    ],
  };
}

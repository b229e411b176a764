import assert from 'node:assert/strict';
import { ChatDocument, readConfig, textOf } from '../../server/src/language/index.js';
import { configUri, logUri, type Surroundings } from '../support/archiveContext.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { Random } from '../support/random.js';
import { applied, renameIn } from '../support/renameIn.js';

/** The texts of logs and of a `.chatlog.yaml`, by URI. */
type Files = ReadonlyMap<string, string>;

/**
 * Renames the speaker of an entry of the first log, and then back; checks that something changes, and that in the end
 * every file is as it was. Gives nothing back, and checks nothing, where two names become one; the user is asked then.
 */
async function check(files: Files, entry: number, to: string): Promise<Files | undefined> {
  const before = placeOf(files, entry);
  const edit = await renameIn(logsOf(files), before.offset, to, surroundingsOf(files));
  const labels = Object.values(edit?.changeAnnotations ?? {}).map(({ label }) => label);
  if (labels.some((label) => label.includes('become one'))) return undefined;
  const renamed = applied(documentsOf(files), edit);
  assert.notDeepEqual(renamed, files);
  const after = placeOf(renamed, entry);
  assert.equal(after.name, to);
  const back = await renameIn(logsOf(renamed), after.offset, before.name, surroundingsOf(renamed));
  assert.deepEqual(applied(documentsOf(renamed), back), files);
  return renamed;
}

const documentsOf = (files: Files): Map<string, ChatDocument> =>
  new Map([...files].map(([uri, text]) => [uri, ChatDocument.parse(uri, 1, text)]));

const logsOf = (files: Files): Map<string, ChatDocument> =>
  new Map([...documentsOf(files)].filter(([uri]) => uri !== configUri));

function surroundingsOf(files: Files): Surroundings {
  const config = files.get(configUri);
  if (config === undefined) return {};
  const { speakers = {} } = readConfig(config).config;
  return { config, speakers };
}

/** The name of who speaks in an entry of the first log, by its number, and where it stands. */
function placeOf(files: Files, number: number): { readonly name: string; readonly offset: number } {
  const [first] = documentsOf(files).values() as Iterable<ChatDocument>;
  const entry = [...(first?.entries() ?? [])][number];
  assert.ok(entry);
  return { name: textOf(entry.block, entry.block.speaker), offset: entry.from + entry.block.speaker.from };
}

/** Names that hold what may stand in one, and such as begin like others. */
const NAMES = [
  '林一诺',
  '林一诺-青杉科技-产品',
  'Ann',
  'Anna',
  'Ann Lee',
  'Nora | 远山 | 风控',
  '三方支付  周牧',
  '老何@云麓',
  'Kim.K??',
  '??阿泽',
  '阿泽（清算）',
  '[猫]小顾',
  '"沈" 砚秋',
  "O'Neil: PM",
  '#12, 顾',
  '@home',
  'null',
  '2026',
  '- 陈',
];

/** Names that stand in YAML without quotes, and that are read behind an `@` wherever another was. */
const NEW_NAMES = [
  '何以宁-鹿鸣清算',
  'Zoë | 远山',
  '三方支付  许知远',
  '小满（对账）',
  'Lena.W',
  '顾念@云麓',
  'Anni',
  ...NAMES.slice(0, 6),
];

const ENDS = ['?', ' ', '  \n', '，', ': ', '!', '', '@Ann ', '）', '\u2005', '.'];

function randomFiles(random: Random, speakers: readonly string[]): Files {
  const files = new Map<string, string>();
  const logs = 1 + random.below(3);
  for (let i = 0; i < logs; i++) files.set(logUri(i), randomLog(random, speakers));
  if (random.below(2) === 0) files.set(configUri, `rules: {}\n${recorded(random, speakers)}`);
  return files;
}

function randomLog(random: Random, speakers: readonly string[]): string {
  const name = (): string => random.pick(speakers);
  const lineBreak = random.pick(['\n', '\n', '\n', '\r\n']);
  const talk = `talks:\n  - {title: ${quoted(random, name())}, speaker: ${quoted(random, name())}, start: "09:00:00"}\n`;
  const fields = [`author: ${quoted(random, name())}\n`, talk, recorded(random, speakers)];
  const said = [
    () => `@${name()}${random.pick(ENDS)}`,
    () => name(),
    () => `${random.pick(['问@', '，@', ' @', 'a@example.org，@'])}${name()}${random.pick(ENDS)}`,
    // Behind a word, a name of another script alone is no mail address.
    () => `ok@${random.pick(speakers.filter((speaker) => speaker > '~').concat('阿泽'))}${random.pick(ENDS)}`,
    () => '[玫瑰]好的',
    () => `[@${name()}](http://example.org/@${name()})`,
  ];
  const entry = (_: unknown, index: number): string =>
    `${random.pick(['> ', '> ', '> ', '>'])}09:00:0${index}  ${name()}${random.pick(['  ', ''])}\n` +
    `${random.list(4, () => random.pick(said)()).join('')}\n`;
  const frontMatter = random.below(2) === 0 ? `---\n${fields.filter(() => random.below(2) === 0).join('')}---\n` : '';
  const entries = Array.from({ length: 1 + random.below(6) }, entry);
  return (frontMatter + entries.join('')).replaceAll('\n', lineBreak);
}

/** A name in YAML, in one of the ways in which it can stand there. */
function quoted(random: Random, name: string): string {
  const plain = /^[\p{Script=Han}A-Z][\p{Script=Han}A-Za-z -]*$/u.test(name) ? [name] : [];
  return random.pick([...plain, JSON.stringify(name), `'${name.replaceAll("'", "''")}'`]);
}

function recorded(random: Random, speakers: readonly string[]): string {
  const [canonical = '', ...others] = speakers.filter(() => random.below(2) === 0).map((name) => quoted(random, name));
  if (canonical === '') return '';
  return random.below(2) === 0
    ? `speakers:\n  ${canonical}: [${others.join(', ')}]\n`
    : `speakers:\n  ${canonical}:\n${others.map((other) => `    - ${other}\n`).join('')}`;
}

describe('Renaming there and back', () => {
  it('gives the same bytes in every file of an archive', async () => {
    const only = process.env['SEED'];
    const seeds = only === undefined ? Array.from({ length: 1000 }, (_, i) => i + 1) : [Number(only)];
    let checked = 0;
    for (const seed of seeds) {
      const random = new Random(seed);
      const speakers = NAMES.filter(() => random.below(4) === 0);
      if (speakers.length === 0) continue;
      const files = randomFiles(random, speakers);
      const to = random.pick(NEW_NAMES.filter((name) => !speakers.includes(name)));
      try {
        if (await check(files, 0, to)) checked++;
      } catch (error) {
        throw new Error(`SEED=${seed} fails with ${to} in ${JSON.stringify([...files.values()])}`, { cause: error });
      }
    }
    assert.ok(only !== undefined || checked > seeds.length / 2, `${checked} were checked`);
  });

  itWithCorpus('gives the same bytes in real logs', async () => {
    const logs = corpusLogs().filter(({ path }) => path.startsWith('proddev'));
    const files = new Map(logs.map(({ text }, index) => [logUri(index), text]));
    for (const to of ['林一诺-青杉科技', 'Nora | 远山', "阿泽: '#1'"]) {
      const renamed = await check(files, 3, to);
      assert.ok(renamed);
    }
  });
});

import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readConfig, rules } from '../../server/src/language/index.js';
import { readProjectFile } from '../support/projectFiles.js';

const schema = JSON.parse(readProjectFile('schemas/chatlog-config.schema.json'));
const isValid = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

const GOOD = [
  'rules:\n  time-order: off\n  header-malformed: warning\n',
  'images:\n  folders:\n    http://static.example.org/img/: pictures\n',
  'frontMatter:\n  requiredKeys: [title, date]\n',
  "files:\n  patterns: ['archive/*.txt']\n",
  'rules:\nimages:\n  folders:\nfrontMatter:\n  requiredKeys:\nfiles:\n',
  '{}\n',
];

const BAD = [
  'rule:\n  time-order: off\n',
  'rules:\n  time-oder: off\n',
  'rules:\n  time-order: warn\n',
  'rules:\n  time-order: true\n',
  'rules: off\n',
  'images:\n  folders:\n    http://a/: 1\n',
  'images:\n  folder: {}\n',
  'frontMatter:\n  requiredKeys: title\n',
  'frontMatter:\n  requiredKeys: [1]\n',
  "files:\n  patterns: ['']\n",
  '- rules\n',
];

describe('The schema of .chatlog.yaml', () => {
  it('says the same of a configuration as reading it does', () => {
    for (const text of GOOD) {
      assert.deepEqual(readConfig(text).problems, [], text);
      assert.ok(isValid(parse(text)), `${text}${JSON.stringify(isValid.errors)}`);
    }
    for (const text of BAD) {
      assert.notDeepEqual(readConfig(text).problems, [], text);
      assert.ok(!isValid(parse(text)), text);
    }
  });

  it('knows every rule', () => {
    const all = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
    assert.ok(isValid({ rules: all }));
    assert.deepEqual(Object.keys(schema.properties.rules.properties), Object.keys(all));
  });
});

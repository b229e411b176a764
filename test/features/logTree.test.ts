import assert from 'node:assert/strict';
import { logTree } from '../../server/src/features/logTree.js';
import type { TreeNode } from '../../server/src/features/treeNode.js';
import { contextFor, parse, uri } from '../support/featureContext.js';

const shown = ({ label, icon, target, children }: TreeNode, indent = ''): string =>
  `${indent}${label} [${icon ?? ''}]${target ? ` :${target.range.start.line}` : ''}\n` +
  children.map((child) => shown(child, `${indent}  `)).join('');

function check(text: string, expected: string): void {
  const nodes = logTree.answer(parse(text), { textDocument: { uri } }, contextFor());
  assert.equal(nodes.map((node) => shown(node)).join(''), expected);
}

describe('The tree of a log', () => {
  it('holds what the outline holds; groups lead nowhere, so that a click opens them', () =>
    check(
      '---\ntalks: [{title: 日切, speaker: Ann, start: "09:00:01"}]\n---\n> 09:00:00  阿泽\n早\n> 09:00:01  Ann\n![a](http://img.example.org/1.png)\n',
      'Front matter [symbol-namespace] :0\n' +
        'Talk: 日切 [megaphone] :5\n  09:00:01  [a] [comment] :5\n' +
        'Speakers []\n  阿泽 [person] :3\n    09:00:00  早 [comment] :3\n  Ann [person] :5\n    09:00:01  [a] [comment] :5\n' +
        'Pictures []\n  09:00:01  Ann [file-media] :6\n',
    ));

  it('is empty in an empty log', () => check('', ''));
});

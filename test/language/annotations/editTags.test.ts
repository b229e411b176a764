import assert from 'node:assert/strict';
import { addTags, applyChanges, removeTags, renameTag } from '../../../server/src/language/index.js';
import { checkEdit, type Edit, parseLog } from '../../support/annotationEdits.js';

describe('Tags', () => {
  const tag =
    (...names: string[]): Edit =>
    (document, entry) =>
      addTags(document, entry, names);
  const untag =
    (...names: string[]): Edit =>
    (_, entry) => ({ changes: removeTags(entry, names) });

  it('are added to the tag that is there, each once', () => {
    checkEdit('> 09:00:00  Ann\n\nhi\n\n', tag('a', 'b', 'a'), '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a, b -->\n');
    checkEdit('> 09:00:00  Ann\nhi\n<!--@tag a-->\n', tag('b, c', 'a'), '> 09:00:00  Ann\nhi\n<!--@tag a, "b, c"-->\n');
    checkEdit('> 09:00:00  Ann\n', tag(' '), 'A tag needs a name.');
    checkEdit('> 09:00:00  Ann\n', tag('a\nb'), 'The name of a tag stands on one line.');
  });

  it('are taken away, the comment with the last', () => {
    const three = '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a, b、c -->\n';
    checkEdit(three, untag('a'), three.replace('a, ', ''));
    checkEdit(three, untag('b'), three.replace(', b', ''));
    checkEdit(three, untag('c'), three.replace('、c', ''));
    checkEdit(three, untag('a', 'b'), three.replace('a, b、', ''));
    checkEdit(three, untag('b', 'c'), three.replace(', b、c', ''));
    checkEdit(three, untag('a', 'b', 'c', 'd'), '> 09:00:00  Ann\n\nhi\n\n');
  });

  it('are renamed, and become one with a tag that the entry has', () => {
    const text = '> 09:00:00  Ann\n<!-- @tag a, b -->\n> 09:00:01  Bo\n<!-- @tag c, a -->\n';
    assert.equal(
      applyChanges(text, renameTag(parseLog(text), 'a', 'c')),
      text.replace('a, b', 'c, b').replace('c, a', 'c'),
    );
    assert.equal(
      applyChanges(text, renameTag(parseLog(text), 'a', 'x, y')),
      text.replaceAll(/\ba\b/g, '"x, y"').replace('t"x, y"g', 'tag'),
    );
  });
});

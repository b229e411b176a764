import assert from 'node:assert/strict';
import { toSpan } from '../../server/src/features/convert.js';
import { documentLink } from '../../server/src/features/documentLink.js';
import { ChatDocument } from '../../server/src/language/index.js';
import { contextFor, uri } from '../support/featureContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/** Checks what is a link in an entry with this body, as `<[ ]>` marks it, and where the links lead. */
function check(body: string, targets: readonly string[], log = uri): void {
  const { text, ranges } = readMarkers(`> 09:00:00  Ann\n${body}\n> 09:00:01  Bob\nhi\n`);
  const document = ChatDocument.parse(log, 1, text);
  const links = documentLink.answer(document, { textDocument: { uri: log } }, contextFor());
  assert.equal(
    showRanges(
      text,
      links.map(({ range }) => toSpan(document, range)),
    ),
    showRanges(text, ranges),
  );
  assert.deepEqual(
    links.map(({ target }) => target),
    targets,
  );
}

describe('Document links', () => {
  it('are on the addresses of pictures and links', () =>
    check('![a](<[http://x.y/a.png]>) 见[说明](<[https://x.y/b?c=d#e]>)', ['http://x.y/a.png', 'https://x.y/b?c=d#e']));

  it('are on addresses that stand by themselves, without punctuation and brackets behind them', () => {
    check('<[http://x.y/a]>，<[http://x.y/b]>。（<[http://x.y/c]>）', ['http://x.y/a', 'http://x.y/b', 'http://x.y/c']);
    check('(<[http://x.y/a]>), [<[http://x.y/b]>] 「<[http://x.y/c]>」', [
      'http://x.y/a',
      'http://x.y/b',
      'http://x.y/c',
    ]);
    check('<[http://x.y/a]>！ <[http://x.y/b]>?! 《<[http://x.y/c]>》、<[http://x.y/d]>…', [
      'http://x.y/a',
      'http://x.y/b',
      'http://x.y/c',
      'http://x.y/d',
    ]);
  });

  it('end where Chinese follows directly', () => check('看<[https://x.y/a.html]>这里', ['https://x.y/a.html']));

  it('count relative addresses from the log', () => {
    check('![a](<[img/图.png]>) ![b](<[../b.png]>) [c](<[/c.txt]>)', [
      'file:///archive/img/%E5%9B%BE.png',
      'file:///b.png',
      'file:///c.txt',
    ]);
    check('![a](<[img/a.png]>)', ['vscode-vfs://github/o/r/img/a.png'], 'vscode-vfs://github/o/r/log.txt');
    check('![a](img/a.png) <[http://x.y]>', ['http://x.y/'], 'untitled:Untitled-1');
  });

  it('lead neither to programs nor to other machines', () =>
    check(
      '[a](javascript:x) [b](command:y) [c](file://server/share) [d](//server/d) [e](vscode://f) [g](C:/h) [i](data:,j)',
      [],
    ));

  it('are none where an address is missing, broken, or longer than any', () => {
    check('![a]() [b](http://) http://', []);
    check(`[a](http://x.y/${'z'.repeat(100_000)})`, []);
    check('<!-- http://x.y -->', []);
  });
});

import type { Entry } from '../../syntax/block.js';
import { perChunk } from '../../syntax/chunk.js';
import { marksOf } from '../../syntax/inline.js';
import { Sign } from '../../syntax/signs.js';
import { message } from '../../text/message.js';
import { type Span, shiftSpan } from '../../text/span.js';
import type { DocumentRule, Examples } from '../rule.js';
import { pictureFile } from '../support/pictureFiles.js';

/** The addresses of a chunk's pictures, with their place in it. */
const addressesIn = perChunk((chunk) => {
  const found: (Span & { readonly address: string })[] = [];
  let from = 0;
  for (const block of chunk.blocks) {
    if (block.kind === 'entry' && block.signs & Sign.exclamation) {
      for (const target of targetsOf(block)) {
        found.push({ ...shiftSpan(target, from), address: block.text.slice(target.from, target.to) });
      }
    }
    from += block.text.length;
  }
  return found;
});

export const imageFileMissing: DocumentRule = {
  id: 'image-file-missing',
  title: 'A picture that is mapped to a local folder is there.',
  why:
    'The setting for picture folders says that these pictures are kept beside the logs. One that is not there has a wrong ' +
    'name, or was never saved, and the page will show a broken picture.',
  severity: 'warning',
  scope: 'document',
  *check(document, { options, files }) {
    if (Object.keys(options.imageFolders).length === 0) return;
    for (const { chunk, from } of document.chunks()) {
      for (const { address, ...span } of addressesIn(chunk)) {
        const uri = pictureFile(address, options);
        if (uri === undefined || files.exists(uri) !== false) continue;
        yield {
          ...shiftSpan(span, from),
          message: message('There is no file for this picture: “{0}” is not there.', decodedUri(uri)),
        };
      }
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 12:03:56  Ann\n![a](<[http://img.example.org/20261120_120356.png]>)\n![b](http://img.example.org/b.png)\n',
      options: { imageFolders: { 'http://img.example.org/': 'pictures' } },
      existing: ['file:///logs/pictures/b.png'],
    },
    {
      text: '> 12:03:56  Ann\n![a](<[http://img.example.org/%E8%8A%B1%20a.png?w=1]>) ![b](http://img.example.org/new/花.png) ![c](<[http://img.example.org/new/c.png]>)\n',
      options: {
        imageFolders: { 'http://img.example.org/new/': 'file:///new', 'http://img.example.org/': '../图 片/' },
      },
      existing: ['file:///new/%E8%8A%B1.png'],
    },
    {
      text: '> 12:03:56  Ann\n![a](<[http://img.example.org/a.png]>) ![b](http://img.example.org/b.png)\n',
      options: { imageFolders: { 'http://img.example.org/': 'C:\\pictures' } },
      existing: ['file:///C%3A/pictures/b.png'],
    },
    {
      text: '> 12:03:56  Ann\n![a](<[http://img.example.org/a%zz.png]>) ![b](http://img.example.org/x/../b.png)\n',
      options: { imageFolders: { 'http://img.example.org': '/pictures' }, root: 'vscode-remote://host/logs/' },
      existing: ['vscode-remote://host/pictures/b.png'],
    },
  ],
  valid: [
    { text: '> 12:03:56  Ann\n![a](http://img.example.org/a.png)\n', existing: [] },
    {
      text: '> 12:03:56  Ann\n![a](http://img.example.org/a.png)\n',
      options: { imageFolders: { 'http://img.example.org/': 'pictures' } },
    },
    {
      text: '> 12:03:56  Ann\n![a](http://other.example.org/a.png)\n',
      options: { imageFolders: { 'http://img.example.org/': 'pictures' } },
      existing: [],
    },
    {
      text: '> 12:03:56  Ann\n![a](http://img.example.org/%E8%8A%B1%20a.png#x)\n',
      options: { imageFolders: { 'http://img.example.org/': './图 片/../图 片' } },
      existing: ['file:///logs/%E5%9B%BE%20%E7%89%87/%E8%8A%B1%20a.png'],
    },
  ],
};

function targetsOf(entry: Entry): Span[] {
  return marksOf(entry).flatMap((mark) =>
    mark.kind === 'image' && mark.target.from < mark.target.to ? [mark.target] : [],
  );
}

/** A URI as people read it. */
function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

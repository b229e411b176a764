import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { projectRoot } from '../support/built.js';
import { projectFiles, readProjectFile, textFiles } from '../support/projectFiles.js';

/** The headings of a Markdown file as GitHub makes anchors of them. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+\s+(.*?)\s*#*$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe('Documentation', () => {
  const pages = projectFiles().filter((path) => /^[^/]+\.md$|^docs\/.*\.md$/.test(path));

  it('has the pages that a newcomer looks for', () => {
    for (const path of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md']) {
      assert.ok(pages.includes(path), `There is no ${path}.`);
    }
    assert.ok(projectFiles().includes('LICENSE'));
  });

  it('names only tests that there are', () => {
    for (const path of pages) {
      const named = readProjectFile(path).match(/\btest\/[\w./-]*\.(?:test\.)?(?:ts|mjs|lua)\b/g) ?? [];
      if (path === 'docs/architecture.md') assert.ok(named.length >= 8, 'Each invariant names its test.');
      for (const file of named) assert.ok(projectFiles().includes(file), `${path} names ${file}.`);
    }
  });

  it('has only links that lead somewhere', () => {
    for (const path of pages) {
      const text = readProjectFile(path)
        .replace(/^```.*?^```/gms, '')
        .replace(/`[^`\n]*`/g, '');
      const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|\b(?:src|href)="([^"]+)"/g)];
      for (const [, markdown, html] of links) {
        const target = markdown ?? html ?? '';
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const linked = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
        assert.ok(existsSync(resolve(projectRoot, linked)), `${path} links to ${target}.`);
        if (anchor && linked.endsWith('.md')) {
          assert.ok(anchorsOf(readProjectFile(linked)).includes(decodeURI(anchor)), `${path} links to ${target}.`);
        }
      }
    }
  });
});

describe('Files of the project', () => {
  it('name no place on somebody’s machine', () => {
    const found = textFiles().flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w.@*}\])-])\/(?:work|root|Users|home\/(?!you\b)\w+)\/\S*/g)].map(
        ([place]) => `${path}: ${place}`,
      ),
    );
    assert.deepEqual(found, []);
  });

  it('fetch packages from wherever the user’s own npm does', () => {
    for (const { path, text } of textFiles()) {
      if (!/(^|\/)(package-lock\.json|\.npmrc)$/.test(path)) continue;
      assert.doesNotMatch(text, /"resolved": "https?:|^registry\s*=/m, path);
    }
  });
});

import assert from 'node:assert/strict';
import { escapeLine } from '../../server/src/language/import/escapeText.js';
import { itWithSiteRenderer, renderSite } from '../support/siteRenderer.js';

/** Lines that are more than text to the page or to us. */
const LINES = [
  '> 09:00:00  Ann',
  '>09:00:01  Ann',
  '＞09：00：02　Ann',
  '》9:00:02 Ann',
  '09:00:03  Ann',
  '9：05：00  Ann',
  '> 2026-11-20 09:00:04  Ann',
  '\\> 09:00:00  Ann',
  '---',
  '===',
  '- - -',
  '***',
  '-',
  '<!-- @note x -->',
  '<!--',
  '-->',
  '＜！-- @note x',
];

const textOf = (html: string): readonly string[] =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim());

describe('The page of an imported log', () => {
  itWithSiteRenderer('shows a line that was escaped as it was said, and no header more', () => {
    const logs = LINES.map(
      (line) => `> 08:00:00  A  \n   \n前  \n${escapeLine(line)}  \n后  \n   \n> 08:00:01  B  \n   \n尾  \n   \n`,
    );
    for (const [index, html] of renderSite(logs).entries()) {
      assert.ok(textOf(html).includes(LINES[index] ?? ''), html);
      assert.equal(html.match(/<blockquote>/g)?.length, 2, html);
    }
  });
});

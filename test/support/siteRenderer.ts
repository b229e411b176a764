import { spawnSync } from 'node:child_process';

const PROGRAM = `
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
pages = JSON.parse($stdin.read).map { |text| Kramdown::Document.new(text, input: 'GFM').to_html }
puts JSON.generate(pages)
`;

function run(texts: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  // Ruby reads its standard input as what the locale says.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', RUBYOPT: '-Eutf-8:utf-8' };
  // A file holds no half of a surrogate pair.
  const input = JSON.stringify(texts.map((text) => Buffer.from(text).toString()));
  return spawnSync('ruby', ['-e', PROGRAM], { input, encoding: 'utf8', env, maxBuffer: 2 ** 30 });
}

let installed: boolean | undefined;

/** Whether the renderer of Jekyll's sites is on this machine: kramdown, and its parser of GitHub's Markdown. */
export function hasSiteRenderer(): boolean {
  installed ??= run([]).status === 0;
  return installed;
}

/** What a site shows of each log: the HTML that Jekyll's renderer makes of the log behind its front matter. */
export function renderSite(logs: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = run(logs.map((log) => log.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n/, '')));
  if (status !== 0) throw new Error(`The renderer failed: ${stderr}`);
  return JSON.parse(stdout) as string[];
}

/** `it`, where the renderer is to be had; else a test that is skipped and says why. */
export function itWithSiteRenderer(title: string, test: () => void): void {
  if (hasSiteRenderer()) it(title, test).timeout(120_000);
  else it.skip(`${title} (skipped: ruby has no kramdown-parser-gfm)`, test);
}

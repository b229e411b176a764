import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { INITIAL, type IRawTheme } from 'vscode-textmate';
import { readProjectFile } from '../support/projectFiles.js';
import { createRegistry, linesOf } from '../support/tokenize.js';

/** Of the embedded VS Code, which is installed on first use. */
const extensions = resolve(import.meta.dirname ?? __dirname, '../host/node_modules/code-server/lib/vscode/extensions');

/** VS Code's default themes: those of today first, then those that were the default before and that many people kept. */
const THEMES = [
  '2026-dark',
  '2026-light',
  'dark_modern',
  'light_modern',
  'dark_plus',
  'light_plus',
  'hc_black',
  'hc_light',
];

/** What has to be told apart at a glance, in a log that has one of each. */
const LOG = `---
title: "2026-11-20-WeChat"
---
> 07:45:33  何立-青杉
文字 [玫瑰] @何立-青杉?文字 ![图](http://example.org/1.png) https://example.org/ &amp;#183;
<!-- @note 2026-11-23 reviewer: needs a source -->
`;
const TOLD_APART = { text: '文字 ', time: '07:45:33', speaker: '何立-青杉', emoji: '[玫瑰]', mention: '@何立-青杉' };

/** Just noticeable is a distance of 2.3 in CIE L*a*b*; these have to be seen without looking for them. */
const LEAST_DISTANCE = 25;

/** WCAG's contrast for text, as far as VS Code's own themes hold to it. */
const LEAST_CONTRAST = 4;

interface Theme {
  readonly name: string;
  readonly foreground: string;
  readonly background: string;
  readonly rules: IRawTheme['settings'];
}

/** The colours of the workbench that themes leave to VS Code: [text, background] by the kind of theme. */
const DEFAULTS: Readonly<Record<string, readonly [string, string]>> = {
  light: ['#000000', '#FFFFFF'],
  dark: ['#D4D4D4', '#1E1E1E'],
  hc_black: ['#FFFFFF', '#000000'],
  hc_light: ['#292929', '#FFFFFF'],
};

/** Reads a theme with what it includes; the including file's rules come last, and so win. */
function readTheme(path: string): { rules: IRawTheme['settings'][number][]; colors: Record<string, string> } {
  const own = JSON.parse(withoutComments(readFileSync(path, 'utf8'))) as {
    readonly include?: string;
    readonly colors?: Record<string, string>;
    readonly tokenColors?: IRawTheme['settings'];
  };
  const base = own.include === undefined ? { rules: [], colors: {} } : readTheme(resolve(dirname(path), own.include));
  return { rules: [...base.rules, ...(own.tokenColors ?? [])], colors: { ...base.colors, ...own.colors } };
}

/** Theme files are JSON with comments and trailing commas. */
function withoutComments(text: string): string {
  return text
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? '')
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
}

function themeNamed(name: string): Theme {
  const { rules, colors } = readTheme(join(extensions, 'theme-defaults/themes', `${name}.json`));
  const kind = name.startsWith('hc_') ? name : name.includes('light') ? 'light' : 'dark';
  const [foreground, background] = DEFAULTS[kind] ?? ['', ''];
  return {
    name,
    foreground: colors['editor.foreground'] ?? foreground,
    background: colors['editor.background'] ?? background,
    rules,
  };
}

/** The colour of the first place in the log that holds each text, as `#RRGGBB`. */
async function coloursOf(theme: Theme, texts: readonly string[]): Promise<string[]> {
  const { foreground, background } = theme;
  const settings = [{ settings: { foreground, background } }, ...theme.rules];
  const registry = createRegistry({
    yaml: join(extensions, 'yaml/syntaxes/yaml.tmLanguage.json'),
    theme: { name: theme.name, settings },
  });
  const grammar = await registry.loadGrammar('text.chatlog');
  assert.ok(grammar);
  const colours = registry.getColorMap();
  const at = new Map<number, string>();
  let state = INITIAL;
  for (const { from, text } of linesOf(LOG)) {
    const { tokens, ruleStack } = grammar.tokenizeLine2(text, state);
    state = ruleStack;
    for (let i = 0; i < tokens.length; i += 2) {
      // Where a token starts, and, in bits 15 to 23 of what follows, its colour's place in the map.
      const colour = colours[((tokens[i + 1] ?? 0) >>> 15) & 0x1ff] ?? '';
      const end = from + (tokens[i + 2] ?? text.length);
      for (let offset = from + (tokens[i] ?? 0); offset < end; offset++)
        at.set(offset, colour.slice(0, 7).toUpperCase());
    }
  }
  return texts.map((text) => at.get(LOG.indexOf(text)) ?? '');
}

const channels = (colour: string): number[] =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function lab(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  const curve = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = curve(luminance(colour));
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(one: string, other: string): number {
  const [l1, a1, b1] = lab(one);
  const [l2, a2, b2] = lab(other);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

/** WCAG's contrast for what is seen, but not read. */
const LEAST_CONTRAST_OF_MARKS = 3;

/** Our own colour of this name in themes of a theme's kind. */
function ownColour(theme: Theme, id: string): string {
  const colours: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[] = JSON.parse(
    readProjectFile('package.json'),
  ).contributes.colors;
  const kind = { hc_black: 'highContrast', hc_light: 'highContrastLight' }[theme.name];
  const colour = colours.find((each) => each.id === id)?.defaults[
    kind ?? (theme.name.includes('light') ? 'light' : 'dark')
  ];
  assert.ok(colour, id);
  return colour;
}

/** What is seen of a colour `#RRGGBBAA` on another. */
function over(colour: string, background: string): string {
  const channel = (of: string, at: number): number => Number.parseInt(of.slice(at, at + 2), 16);
  const alpha = channel(colour, 7) / 255;
  const mixed = [1, 3, 5].map((at) => Math.round(alpha * channel(colour, at) + (1 - alpha) * channel(background, at)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

describe("Colours in VS Code's default themes", () => {
  if (!existsSync(extensions)) {
    it.skip('tell time, speaker, emoji and mention apart (needs the embedded VS Code of test/host)');
    return;
  }

  for (const name of THEMES) {
    it(`tell time, speaker, emoji and mention apart in ${name}`, async () => {
      const theme = themeNamed(name);
      const kinds = Object.keys(TOLD_APART);
      const colours = await coloursOf(theme, Object.values(TOLD_APART));
      const seen = `${name}: ${kinds.map((kind, i) => `${kind} ${colours[i]}`).join(', ')}`;
      assert.equal(colours[0], theme.foreground.slice(0, 7).toUpperCase(), seen);
      for (const [i, one] of colours.entries()) {
        assert.ok(contrast(one, theme.background) >= LEAST_CONTRAST, `${kinds[i]} is hard to read. ${seen}`);
        for (const other of colours.slice(i + 1))
          assert.ok(distance(one, other) >= LEAST_DISTANCE, `${one} is too near to ${other}. ${seen}`);
      }
      if (process.env['COLOURS']) console.log(seen);
    });

    it(`colour front matter, entity and annotation in ${name}`, async () => {
      const theme = themeNamed(name);
      const colours = await coloursOf(theme, [
        'title',
        '"2026',
        '&amp;#183;',
        '<!--',
        '@note',
        '2026-11-23',
        'reviewer',
      ]);
      for (const colour of colours)
        assert.notEqual(colour, theme.foreground.slice(0, 7).toUpperCase(), colours.join(' '));
      const [, , , comment, ...parts] = colours;
      for (const part of parts) assert.notEqual(part, comment, colours.join(' '));
    });

    it(`mark notes and tags, and leave all readable, in ${name}`, async () => {
      const theme = themeNamed(name);
      const background = theme.background.slice(0, 7);
      const marked = over(ownColour(theme, 'chatlog.noteBackground'), background);
      for (const colour of await coloursOf(theme, Object.values(TOLD_APART)))
        assert.ok(contrast(colour, marked) >= LEAST_CONTRAST, `${colour} on ${marked}: ${contrast(colour, marked)}`);
      assert.ok(contrast(theme.foreground, marked) >= LEAST_CONTRAST);
      for (const id of ['chatlog.noteBorder', 'chatlog.tagRuler'])
        assert.ok(contrast(ownColour(theme, id), background) >= LEAST_CONTRAST_OF_MARKS, id);
      assert.ok(contrast(ownColour(theme, 'chatlog.tagForeground'), background) >= LEAST_CONTRAST);
      // High contrast themes have lines in place of backgrounds.
      if (!name.startsWith('hc_')) assert.ok(distance(marked, background) >= 8, `${marked} on ${background}`);
    });
  }
});

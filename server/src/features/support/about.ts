import { type Archive, findEmoji, message, rules, type Text } from '../../language/index.js';
import { type Part, shortened } from './hoverContent.js';
import { keyHelp } from './keyHelp.js';
import { talksGiven } from './talksGiven.js';

/** What the details of a proposal are about: plain data that goes to the editor and comes back. */
export type About =
  | { readonly kind: 'person'; readonly names: readonly string[] }
  | { readonly kind: 'emoji'; readonly code: string }
  | { readonly kind: 'picture'; readonly alt: string; readonly uri: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'rule'; readonly id: string };

const MOST_TALKS = 5;
const MOST_NAMES = 10;

/** The details of a proposal; none where there is nothing to say. */
export function detailsOf(about: About, archive: Archive, say: (text: Text) => string): readonly Part[] {
  switch (about.kind) {
    case 'person': {
      const [, ...others] = about.names;
      const talks = talksGiven(new Set(about.names), archive).slice(0, MOST_TALKS);
      return [
        ...(others.length === 0
          ? []
          : [line(say(message('Other names: {0}', quotedNames(others.slice(0, MOST_NAMES)))))]),
        ...(talks.length === 0
          ? []
          : [
              line(say(message('Talks:'))),
              {
                kind: 'list' as const,
                items: talks.map(({ title, day }) => [
                  [title === undefined ? say(message('A talk without a title')) : shortened(title), day ?? '']
                    .filter((text) => text !== '')
                    .join(' · '),
                ]),
              },
            ]),
      ];
    }
    case 'emoji': {
      const emoji = findEmoji(about.code);
      return emoji ? [line(emoji.spellings.map((spelling) => `[${spelling}]`).join(' '))] : [];
    }
    case 'picture':
      return [{ kind: 'picture', alt: about.alt, uri: about.uri, width: 320 }];
    case 'key': {
      const help = keyHelp.get(about.key);
      return help ? [line(say(help.purpose)), line(say(help.allowed)), { kind: 'example', yaml: help.example }] : [];
    }
    case 'rule': {
      const rule = rules.find(({ id }) => id === about.id);
      return rule ? [line(say({ template: rule.title, values: [] }))] : [];
    }
  }
}

const line = (text: string): Part => ({ kind: 'line', pieces: [text] });

const quotedNames = (names: readonly string[]): string => names.map((name) => `“${shortened(name)}”`).join(' ');

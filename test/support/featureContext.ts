import type { ClientTraits, FeatureContext } from '../../server/src/features/feature.js';
import { readSettings } from '../../server/src/features/settings.js';
import {
  Archive,
  ChatDocument,
  defaultLintOptions,
  inEnglish,
  type LintOptions,
  rules,
  type Severities,
} from '../../server/src/language/index.js';

export const uri = 'file:///archive/2026-11-20-WeChat.txt';

/** Front matter that no rule complains of, in a log of that name. */
export const FRONT_MATTER =
  '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: None\ntag: [chat]\n---\n';

export const parse = (text: string): ChatDocument => ChatDocument.parse(uri, 7, text);

/** Severities with which only these rules look: a test of the mechanism is not to change with each new rule. */
export function onlyRules(...ids: readonly string[]): Severities {
  return Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, 'off']));
}

export const optionsWith = (severities: Severities): LintOptions => ({ ...defaultLintOptions, severities });

/** What features are given in tests: English, and a client that takes everything unless it is said not to. */
export function contextFor(client: Partial<ClientTraits> = {}, severities: Severities = {}): FeatureContext {
  return {
    say: inEnglish,
    settings: readSettings(undefined),
    now: () => ({ day: '2026-11-20', seconds: 21 * 3600 + 43 * 60 + 10 }),
    archive: async () => new Archive(),
    wholeArchive: async () => new Archive(),
    readLog: async () => undefined,
    lintOptions: optionsWith(severities),
    lintOptionsOf: async () => optionsWith(severities),
    configFile: undefined,
    rulePages: 'file:///docs/rules/',
    trusted: true,
    findPicture: undefined,
    typingLine: () => undefined,
    client: {
      hierarchicalSymbols: true,
      mostFolds: Number.POSITIVE_INFINITY,
      entrySymbols: false,
      codeActionLiterals: true,
      tellsLineLeft: false,
      versionedEdits: true,
      fileCreation: true,
      annotatedEdits: true,
      definitionLinks: true,
      markdownHover: true,
      snippets: true,
      insertReplace: true,
      labelDetails: true,
      markdownCompletion: true,
      suggestsAgain: true,
      showsEntries: true,
      recordsTalks: true,
      ...client,
    },
  };
}

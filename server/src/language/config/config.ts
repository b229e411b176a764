import type { Severities, Severity } from '../lint/rule.js';
import type { SpeakerNames } from '../people/people.js';

/** The name of the file that holds a workspace's configuration, at its root. */
export const CONFIG_FILE = '.chatlog.yaml';

/** What a rule can be set to. */
export const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

/** What a user has set, in `.chatlog.yaml` or in the editor. What is absent is not set. */
export interface Config {
  readonly severities: Severities;
  /** The local folder for each prefix of a picture's address. */
  readonly imageFolders: Readonly<Record<string, string>>;
  readonly requiredKeys?: readonly string[];
  /** Further files that are logs, as globs. */
  readonly patterns?: readonly string[];
  /** The names that each person goes by in the whole archive; the same object as long as the file is the same. */
  readonly speakers?: SpeakerNames;
}

/** Nothing is set. */
export const emptyConfig: Config = { severities: {}, imageFolders: {} };

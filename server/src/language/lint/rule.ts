import type { SpeakerNames } from '../people/people.js';
import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import type { Message } from '../text/message.js';
import type { Span, TextChange } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A repair, offered to the user. Its changes count from the same start as the finding it belongs to. */
export interface Fix {
  readonly title: Message;
  /** A safe fix never changes who said what when; only safe ones run on save and with `--fix`. */
  readonly safe: boolean;
  readonly changes: readonly TextChange[];
  /** Present where it may be made together with others of its rule at the same place, in the order of the findings. */
  readonly joins?: true;
}

/** Another place in the log that a finding points to. */
export interface Related extends Span {
  readonly message: Message;
}

/** Something a rule found. Spans count from the start of what the rule was given: the entry, or the log. */
export interface Finding extends Span {
  readonly message: Message;
  readonly related?: readonly Related[];
  /** The best first. */
  readonly fixes?: readonly Fix[];
}

/**
 * Documentation and test in one. What should be reported stands between `<[` and `]>`; `fixed` is the text after the
 * first fix of each finding.
 */
export interface Example {
  readonly text: string;
  readonly fixed?: string;
  /** The log's file name; `2026-11-20-WeChat.txt` where it does not matter. */
  readonly fileName?: string;
  /** Options other than the defaults. */
  readonly options?: Partial<RuleOptions>;
  /** Text of the neighbouring log, where there is one. */
  readonly neighbour?: string;
  /** URIs of the files that there are. */
  readonly existing?: readonly string[];
}

/** The examples of a rule. They stand in its file but apart from it, so that no bundle need hold them. */
export interface Examples {
  readonly invalid: readonly Example[];
  readonly valid: readonly Example[];
}

export interface RuleBase {
  /** Setting, page and code at once; never used again for another rule. */
  readonly id: string;
  /** What the rule wants, in one sentence. A key of `l10n/`, as the messages are. */
  readonly title: string;
  /** Why it wants that, for the rule's page. */
  readonly why: string;
  readonly severity: Severity;
}

/** What entry rules may know of the log around the entry. The same object as long as nothing of it changes. */
export interface LogFacts {
  /** The log's day as `YYYY-MM-DD`; `undefined` where nothing says it. */
  readonly day: string | undefined;
}

/** Files beside the log, as far as they can be looked at; in a browser they can't. */
export interface Files {
  /** Whether there is a file at a URI; `undefined` where that can't be told. */
  exists(uri: string): boolean | undefined;
  /** The text of another log of the folder, the last one before this by name, else the first after it. */
  neighbour(uri: string): string | undefined;
}

/** What the user has set for the rules. */
export interface RuleOptions {
  /** The keys that front matter must have. */
  readonly requiredKeys: readonly string[];
  /** The local folder for each prefix of a picture's address; relative ones count from the workspace's root. */
  readonly imageFolders: Readonly<Record<string, string>>;
  /** The names that each person goes by in the whole archive. */
  readonly speakers: SpeakerNames;
  /** The URI of the folder that relative folders count from, with a slash at its end; `undefined` where there is none. */
  readonly root: string | undefined;
}

/** What document rules may know besides the log. */
export interface RuleContext {
  readonly facts: LogFacts;
  readonly options: RuleOptions;
  readonly files: Files;
}

/** Sees one entry at a time; its findings are kept until that entry, or a fact of the log, changes. */
export interface EntryRule extends RuleBase {
  readonly scope: 'entry';
  /** Of which signs the entry must hold one, bits of `Sign`: in others, which are most, `check` finds nothing. */
  readonly signs: number;
  check(entry: Entry, facts: LogFacts): Iterable<Finding>;
}

/** Sees the whole log; runs again after each edit, so it must be quick on a log without faults. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  check(document: ChatDocument, context: RuleContext): Iterable<Finding>;
}

export type Rule = EntryRule | DocumentRule;

/** A finding with its rule's id and severity. Its spans, and its fixes' changes, are offsets of the log. */
export interface Diagnostic extends Finding {
  readonly ruleId: string;
  readonly severity: Severity;
}

/** How severe each rule's findings are, where that is not the rule's default. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

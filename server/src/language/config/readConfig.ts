import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Severity } from '../lint/rule.js';
import { rules } from '../lint/rules/index.js';
import { isWithinYamlLimits } from '../syntax/yamlLimits.js';
import { type Message, message } from '../text/message.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { type Config, emptyConfig, SEVERITIES } from './config.js';

/** What is wrong in a configuration, and where: offsets of its text. */
export interface ConfigProblem extends Span {
  readonly message: Message;
}

/** Reads the text of a `.chatlog.yaml`. Never throws: what is wrong is told, and counts as not set. */
export function readConfig(text: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  if (!isWithinYamlLimits(text)) {
    const found = message('This is not YAML: {0}', 'it is nested too deeply, or has lines too long, to be read.');
    return { config: emptyConfig, problems: [{ from: 0, to: 0, message: found }] };
  }
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const reader = new ConfigReader(document);
  for (const error of [...document.errors, ...document.warnings]) {
    const from = Math.min(error.pos[0], text.length);
    const to = Math.min(Math.max(error.pos[1], from), text.length);
    reader.problems.push({ from, to, message: message('This is not YAML: {0}', error.message) });
  }
  if (document.errors.length === 0) reader.read();
  return { config: reader.config, problems: reader.problems };
}

/** A key of the file, with what stands behind it. */
interface Field {
  readonly name: string;
  readonly key: Span;
  /** `null` where there is nothing. */
  readonly value: Node | null;
}

/** What is read of the value of each key. */
type Section = Readonly<Record<string, (field: Field) => void>>;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly config: Writable<Config> = { severities: {}, imageFolders: {} };

  constructor(private readonly document: Document) {}

  read(): void {
    const { contents } = this.document;
    const whole: Field = { name: '.chatlog.yaml', key: { from: 0, to: 0 }, value: contents as Node | null };
    this.#section(whole, {
      rules: (field) => this.#rules(field),
      images: (field) => this.#section(field, { folders: (folders) => this.#folders(folders) }),
      frontMatter: (field) =>
        this.#section(field, { requiredKeys: (keys) => this.#list(keys, (list) => (this.config.requiredKeys = list)) }),
      files: (field) =>
        this.#section(field, { patterns: (globs) => this.#list(globs, (list) => (this.config.patterns = list)) }),
      speakers: (field) => this.#speakers(field),
    });
  }

  #section(section: Field, known: Section): void {
    for (const field of this.#fields(section)) {
      const readField = Object.hasOwn(known, field.name) ? known[field.name] : undefined;
      if (readField) readField(field);
      else {
        const meant = nearest(field.name, Object.keys(known));
        this.#report(
          field.key,
          meant === undefined
            ? message('There is no setting “{0}”.', field.name)
            : message('There is no setting “{0}”; did you mean “{1}”?', field.name, meant),
        );
      }
    }
  }

  #rules(section: Field): void {
    const severities: Record<string, Severity | 'off'> = {};
    const ids = rules.map(({ id }) => id);
    for (const field of this.#fields(section)) {
      const { name, key, value } = field;
      if (!ids.includes(name)) {
        const meant = nearest(name, ids);
        this.#report(
          key,
          meant === undefined
            ? message('There is no rule “{0}”.', name)
            : message('There is no rule “{0}”; did you mean “{1}”?', name, meant),
        );
        continue;
      }
      const set = textOf(value);
      const severity = SEVERITIES.find((candidate) => candidate === set);
      if (severity) severities[name] = severity;
      else this.#report(placeOf(field), message('“{0}” can be set to {1}.', name, SEVERITIES.join(', ')));
    }
    this.config.severities = severities;
  }

  #folders(section: Field): void {
    const folders: [string, string][] = [];
    for (const field of this.#fields(section)) {
      const { name } = field;
      const folder = textOf(field.value);
      if (folder) folders.push([name, folder]);
      else this.#report(placeOf(field), message('“{0}” must be a text.', name));
    }
    this.config.imageFolders = Object.fromEntries(folders);
  }

  #speakers(section: Field): void {
    const persons = this.#fields(section).map((field) => {
      let others: readonly string[] = [];
      this.#list(field, (list) => (others = list));
      return [field, others] as const;
    });
    if (persons.length === 0) return;
    const owners = new Map(persons.map(([{ name }]) => [name, name]));
    for (const [{ name, key }, others] of persons) {
      for (const other of others) {
        const owner = owners.get(other);
        if (owner === undefined) owners.set(other, name);
        else if (owner !== name) this.#report(key, message('“{0}” stands for two people here.', other));
      }
    }
    this.config.speakers = Object.fromEntries(persons.map(([{ name }, others]) => [name, others]));
  }

  #list(field: Field, set: (list: readonly string[]) => void): void {
    const { name, value } = field;
    if (isNothing(value)) return;
    if (!isSeq(value)) {
      this.#report(placeOf(field), message('“{0}” must be a list of texts.', name));
      return;
    }
    const items = value.items.map((item) => this.#resolve(item));
    const wrong = items.find((item) => !textOf(item));
    if (wrong === undefined) set(items.map((item) => textOf(item) as string));
    else this.#report(spanOf(wrong) ?? placeOf(field), message('“{0}” must be a list of texts.', name));
  }

  /** The keys of a mapping, each once; none where nothing stands there. */
  #fields(section: Field): Field[] {
    const { name, value } = section;
    if (isNothing(value)) return [];
    if (!isMap(value)) {
      this.#report(placeOf(section), message('“{0}” must be keys with their values.', name));
      return [];
    }
    const fields = (value as YAMLMap).items.map((pair) => this.#field(pair));
    return fields.filter((field, index) => {
      const first = fields.findIndex((other) => other.name === field.name) === index;
      if (!first) this.#report(field.key, message('“{0}” stands here a second time.', field.name));
      return first;
    });
  }

  #field({ key, value }: Pair): Field {
    return {
      name: isScalar(key) ? String(key.value) : '',
      key: spanOf(key) ?? { from: 0, to: 0 },
      value: this.#resolve(value),
    };
  }

  #resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.document) ?? null;
    return isNode(node) ? node : null;
  }

  #report(span: Span, text: Message): void {
    this.problems.push({ ...span, message: text });
  }
}

/** Where a field's value stands; its key where it has none. */
const placeOf = ({ key, value }: Field): Span => (isNothing(value) ? key : (spanOf(value) ?? key));

const isNothing = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

const textOf = (node: Node | null): string | undefined =>
  isScalar(node) && typeof node.value === 'string' ? node.value : undefined;

function spanOf(node: unknown): Span | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? { from: range[0], to: range[1] } : undefined;
}

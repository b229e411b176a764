import { isMap, isScalar } from 'yaml';
import { keyOf } from '../../frontMatter/keys.js';
import { canonicalGap } from '../../frontMatter/values.js';
import { type FrontMatter, perBlock } from '../../syntax/block.js';
import { contentOf, type Field, readYaml } from '../../syntax/frontMatter.js';
import { type KeyLine, type Part, readKeyLine } from '../../syntax/frontMatterParts.js';
import { endOfLine, nextLine } from '../../text/lines.js';
import { type Message, message } from '../../text/message.js';
import { applyChanges, type Span, type TextChange } from '../../text/span.js';
import { trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';
import { gapAfter } from './frontMatterPlaces.js';
import { mayNeedRepair, repairValue } from './valueRepair.js';

/** A place where front matter is not YAML, or is, but not what was meant. Spans count from the block's start. */
export interface Fault extends Span {
  readonly message: Message;
  /** The key it was meant to be, as it is written; `undefined` where the line shows none. */
  readonly name: string | undefined;
  /** What makes it YAML that says what was meant; `undefined` where that can't be told. */
  readonly repair: Repair | undefined;
}

export interface Repair {
  readonly changes: readonly TextChange[];
  /** The line as it is then, white space at its ends not included. */
  readonly meant: string;
  /** Whether it might have been meant otherwise. */
  readonly guessed: boolean;
}

/** What was found in front matter that some YAML reader takes otherwise than it was meant. */
export interface FrontMatterFaults {
  /** In the order of the text, one for each line, or lines, of a key. */
  readonly faults: readonly Fault[];
  /** The keys whose lines are without fault. */
  readonly sound: readonly Field[];
}

/** What is wrong with the lines of front matter: looked for once, kept as long as the block lives. */
export const faultsOf = perBlock(findFaults);

function findFaults(block: FrontMatter): FrontMatterFaults {
  const { fields, unreadable, problems, isMapping } = contentOf(block);
  const faults: Fault[] = [];
  const sound: Field[] = [];
  // Front matter where a value is taken up from elsewhere was written by one who knows YAML.
  const expert = usesAnchors(block);
  for (const field of fields) {
    const fault = expert ? undefined : faultOfField(block, field);
    if (fault) faults.push(fault);
    else sound.push(field);
  }
  let before: Part | undefined;
  for (const part of unreadable) {
    const fault = faultOfPart(block, part);
    const last = faults.at(-1);
    // Lines without a key behind a broken one are what its value goes on with, so it can't be mended alone.
    if (last && before?.to === part.from && fault.name === undefined)
      faults.splice(-1, 1, { ...last, repair: undefined });
    else faults.push(fault);
    before = part;
  }
  faults.sort((a, b) => a.from - b.from);
  if (faults.length === 0 && (problems.length > 0 || !isMapping)) faults.push(generalFault(block));
  return { faults, sound };
}

/** What is wrong where each line by itself is not to blame. */
function generalFault(block: FrontMatter): Fault {
  const [problem] = contentOf(block).problems;
  if (!problem) {
    const to = trimmedEnd(block.text, block.yaml.from, block.yaml.to);
    return {
      from: Math.min(trimmedStart(block.text, block.yaml.from, to), to),
      to,
      message: message('The front matter is not a list of keys and values, “key: value” a line.'),
      name: undefined,
      repair: undefined,
    };
  }
  const to = Math.min(problem.to, endOfLine(block.text, problem.from));
  return { ...notYaml(problem.text), from: problem.from, to: Math.max(problem.from, to) };
}

const notYaml = (text: string): Omit<Fault, 'from' | 'to'> => ({
  message: message('This is not YAML: {0}', text),
  name: undefined,
  repair: undefined,
});

/** What is wrong with a key that YAML can read, but not as it was meant; `undefined` where nothing is. */
function faultOfField(block: FrontMatter, field: Field): Fault | undefined {
  const { text } = block;
  const line = { from: field.lines.from, to: endOfLine(text, field.key.to) };
  if (field.lines.from > field.key.from || line.to < field.key.to) return undefined;
  const colon = /[:：]/u.exec(field.name);
  if (colon && keyOf(field.name.slice(0, colon.index)) !== undefined) {
    return faultOfLine(block, { ...field.lines, headTo: line.to, stray: false });
  }
  const valueFrom = trimmedStart(text, Math.min(line.to, field.key.to + 1), line.to);
  const valueTo = trimmedEnd(text, valueFrom, line.to);
  const value = text.slice(valueFrom, valueTo);
  if (!mayNeedRepair(field.name, value)) return undefined;
  // A comment behind the colon, and the value in the lines below.
  if (value.startsWith('#') && field.content !== null) return undefined;
  return faultOfLine(block, { ...field.lines, headTo: line.to, stray: false });
}

/** Whether an alias takes up the value of an anchor. */
function usesAnchors({ text, yaml }: FrontMatter): boolean {
  const source = text.slice(yaml.from, yaml.to);
  const [, name] = /[ \t]&([\w-]+)/.exec(source) ?? [];
  return name !== undefined && new RegExp(`[ \\t]\\*${name}(?![\\w-])`).test(source);
}

function faultOfPart(block: FrontMatter, part: Part): Fault {
  const { text } = block;
  const found = faultOfLine(block, part) ?? faultBelow(block, part);
  if (found) return found;
  const keyLine = readKeyLine(text, part.from, part.headTo);
  if (keyLine?.wellFormed) {
    const [problem] = readYaml(text.slice(part.from, part.to)).problems;
    if (problem) {
      const from = Math.min(part.from + problem.from, trimmedEnd(text, part.from, part.to));
      const to = Math.max(from, Math.min(part.from + problem.to, endOfLine(text, from)));
      return { ...notYaml(problem.text), from, to, name: keyLine.name };
    }
  }
  const from = trimmedStart(text, part.from, part.headTo);
  return {
    from,
    to: trimmedEnd(text, from, part.headTo),
    message: message('This line is not “key: value”.'),
    name: undefined,
    repair: undefined,
  };
}

/** What is wrong with the first line of a key: its indentation, its colon, its value, or several of these. */
function faultOfLine(block: FrontMatter, part: Part): Fault | undefined {
  const { text } = block;
  const line = readKeyLine(text, part.from, part.headTo);
  // An indented line without a colon is text.
  if (!line || (part.stray && line.separator === '')) return undefined;
  const changes: TextChange[] = [];
  const troubles: (Span & { readonly message: Message })[] = [];
  if (part.stray) {
    const indent = text.slice(part.from, line.key.from);
    changes.push({ from: part.from, to: line.key.from, insert: '' });
    troubles.push({
      from: part.from,
      to: line.key.to,
      message: indent.includes('\t')
        ? message('“{0}” is indented with a tab: YAML knows spaces only.', line.name)
        : message('“{0}” is indented: YAML takes it for a part of the line above.', line.name),
    });
  }
  const trouble = troubleBetween(text, line);
  if (trouble) {
    changes.push({ ...line.between, insert: `:${gapOf(block, line)}` });
    troubles.push(trouble);
  }
  const written = text.slice(line.value.from, line.value.to);
  const value = written === '' ? undefined : repairValue(line.name, written);
  if (value) {
    changes.push({ ...line.value, insert: value.text });
    troubles.push({ ...line.value, message: value.message });
  }
  const [first] = troubles;
  if (!first) return undefined;
  return { ...first, name: line.name, repair: repairOf(text, part, changes, value?.guessed === true) };
}

/** What is wrong between a key and its value; `undefined` where YAML sees the key. */
function troubleBetween(text: string, line: KeyLine): (Span & { readonly message: Message }) | undefined {
  if (line.wellFormed) return undefined;
  const { name, separator, key, between } = line;
  const written = text.slice(between.from, between.to);
  const span = { from: key.from, to: between.from + written.trimEnd().length };
  if (separator === '') return { ...span, message: message('There is no colon behind “{0}”.', name) };
  if (separator === '：') {
    return { ...span, message: message('The colon behind “{0}” is full-width: YAML sees no key here.', name) };
  }
  if (separator === ':') {
    return { ...span, message: message('There is no space behind the colon of “{0}”: YAML sees no key here.', name) };
  }
  return { ...span, message: message('There is “{1}” behind “{0}” where a colon should be.', name, separator) };
}

/** White space behind the colon: what is there, where YAML knows it, else what the other keys have. */
function gapOf(block: FrontMatter, { name, between, separator, value }: KeyLine): string {
  if (value.from === value.to) return '';
  const written = block.text.slice(between.from, between.to);
  const after = separator === '' ? '' : written.slice(written.indexOf(separator) + separator.length);
  if (after !== '' && !/[^ \t]/.test(after)) return after;
  if (separator === '' && written.length > 1 && !/[^ \t]/.test(written)) {
    // The colon took the place of a space where values stand in one column.
    return written.length === canonicalGap(name).length ? written : written.slice(1);
  }
  return gapAfter(block, name);
}

/** What is wrong in the lines below a key: tabs before them, or one of them as a line of its own can be wrong. */
function faultBelow(block: FrontMatter, part: Part): Fault | undefined {
  const { text } = block;
  const name = readKeyLine(text, part.from, part.headTo)?.name;
  if (part.stray || name === undefined) return undefined;
  const tabs: TextChange[] = [];
  let tabbed: Span | undefined;
  for (let from = nextLine(text, part.headTo); from < part.to; ) {
    const end = Math.min(part.to, endOfLine(text, from));
    const indent = /^[ \t]*/.exec(text.slice(from, Math.min(end, from + 200)))?.[0] ?? '';
    if (indent.includes('\t') && indent.length < end - from) {
      tabs.push({ from, to: from + indent.length, insert: indent.replaceAll('\t', '  ') });
      tabbed ??= { from, to: trimmedEnd(text, from, end) };
    }
    from = nextLine(text, end);
  }
  if (tabbed) {
    const repair = repairOf(text, part, tabs, false, tabbed);
    return { ...tabbed, name, repair, message: message('This line is indented with a tab: YAML knows spaces only.') };
  }
  for (let from = nextLine(text, part.headTo); from < part.to; ) {
    const to = Math.min(part.to, endOfLine(text, from));
    const fault = faultOfLine(block, { ...part, from, headTo: to, to, stray: false });
    if (fault) {
      const changes = fault.repair?.changes;
      const repair = changes && repairOf(text, part, changes, fault.repair.guessed, { from, to });
      return { ...fault, name, repair };
    }
    from = nextLine(text, to);
  }
  return undefined;
}

/** The repair that the changes are, where they make the lines of a key readable. */
function repairOf(
  text: string,
  part: Part,
  changes: readonly TextChange[],
  guessed: boolean,
  shown: Span = { from: part.from, to: part.headTo },
): Repair | undefined {
  const apply = ({ from, to }: Span): string =>
    applyChanges(
      text.slice(from, to),
      changes
        .filter((change) => change.from >= from && change.to <= to)
        .map((change) => ({ from: change.from - from, to: change.to - from, insert: change.insert })),
    );
  const { document, problems } = readYaml(apply(part).replace(/^[ \t]*-[ \t]+/, ''));
  const pairs = isMap(document.contents) ? document.contents.items : [];
  if (problems.length > 0 || pairs.length !== 1 || !isScalar(pairs[0]?.key)) return undefined;
  return { changes, meant: apply(shown).trim(), guessed };
}

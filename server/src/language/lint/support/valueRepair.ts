import { isMap, isScalar, isSeq } from 'yaml';
import { quoted, readDate } from '../../frontMatter/values.js';
import { readYaml } from '../../syntax/frontMatter.js';
import { type Message, message } from '../../text/message.js';

/** A value as it has to be written for YAML to read what was meant. */
export interface ValueRepair {
  readonly text: string;
  /** What is wrong with it as it is. */
  readonly message: Message;
  /** Whether it might have been meant otherwise, as what follows a `#` may be a comment. */
  readonly guessed: boolean;
}

const DOUBLE = '"“”„‟＂';
const SINGLE = "'‘’‚‛＇";
const STRAIGHT = /^["']$/;
const PARTNER: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '“', '‚': '‘', '＂': '＂', '＇': '＇' };

const isQuote = (sign: string): boolean => isOneOf(DOUBLE + SINGLE, sign);

/** Whether a value that YAML can read may be something else than was meant: a quick look, before {@link repairValue}. */
export function mayNeedRepair(key: string, value: string): boolean {
  const first = value.charAt(0);
  const last = value.charAt(value.length - 1);
  if (isOneOf('“„‘‚＂＇#&!*', first)) return true;
  if (isOneOf('"\'”＂＇', last) && first !== last) return true;
  if (key === 'tag') return /[，、【】［］“”‘’＂＇]/u.test(value) || (value.endsWith(']') && first !== '[');
  return TEXT_KEYS.has(key) && /[ \t]#\S/.test(value) && !isQuote(first);
}

/** Keys whose value is text that people write. */
const TEXT_KEYS = new Set(['title', 'author', 'layout']);
/** Keys that are always a value in one line. */
const OUR_KEYS = new Set([...TEXT_KEYS, 'date', 'lines', 'tag']);

/** The value as it was meant, where YAML reads something else in what stands behind a key's colon. */
export function repairValue(key: string, value: string): ValueRepair | undefined {
  return key === 'tag' ? repairList(value) : (repairQuotes(key, value) ?? repairPlain(key, value));
}

/** What a value is to YAML; `undefined` where it is not one. */
function read(value: string): unknown {
  const { document, problems } = readYaml(`k: ${value}`);
  const { contents } = document;
  const [pair, ...others] = isMap(contents) ? contents.items : [];
  return problems.length === 0 && pair && others.length === 0 ? (pair.value ?? undefined) : undefined;
}

/** Quotes that are no pair, that YAML doesn't know, or that hold the same quote. */
function repairQuotes(key: string, value: string): ValueRepair | undefined {
  const first = value.charAt(0);
  const last = value.length > 1 ? value.charAt(value.length - 1) : '';
  const repaired = (from: number, to: number, said: Message): ValueRepair => ({
    text: requoted(key, value.slice(from, to), STRAIGHT.test(first) ? first : '"'),
    message: said,
    guessed: false,
  });
  const notPair = message('The quotes around this value are not a pair.');
  const end = value.length;
  if (STRAIGHT.test(first)) {
    if (read(value) !== undefined) return undefined;
    if (last === first) {
      const inner = message('This value ends at the first quote within it; what follows is not YAML.');
      return { text: requoted(key, value.slice(1, -1), ''), message: inner, guessed: false };
    }
    if (isQuote(last)) return repaired(1, end - 1, notPair);
    // A quoted word at the start of the text is a part of it.
    if (value.indexOf(first, 1) > 0) {
      const word = message('This value ends at its second quote; what follows is not YAML.');
      return { text: quoted(value), message: word, guessed: false };
    }
    return repaired(1, end, notPair);
  }
  const partner = PARTNER[first];
  if (partner !== undefined) {
    const closed = value.indexOf(partner, 1);
    if (closed === end - 1 && closed > 0) {
      return repaired(
        1,
        end - 1,
        message('YAML takes the typographic quotes “{0}{1}” for a part of the value.', first, last),
      );
    }
    if (closed > 0) return undefined;
    return isQuote(last) ? repaired(1, end - 1, notPair) : repaired(1, end, notPair);
  }
  if (last === '"' || last === "'") {
    const count = value.split(last).length - 1;
    // Away from the keys that are known, `5"` may be a size.
    const meant = count % 2 === 1 && (OUR_KEYS.has(key) || !/\d["']$/.test(value));
    return meant && !'[{'.includes(first) ? repaired(0, end - 1, notPair) : undefined;
  }
  if ((last === '”' && !value.includes('“')) || (last === '＂' && value.indexOf('＂') === end - 1)) {
    return repaired(0, end - 1, notPair);
  }
  return undefined;
}

/** Text in quotes: those it had, where it may stand in them as it is. A count needs none. */
function requoted(key: string, text: string, quote: string): string {
  if (key === 'lines' && isOwnKind(key, text)) return text;
  if (quote === '"' && !text.includes('"')) {
    const value = `"${text}"`;
    if (!text.includes('\\') || isText(value)) return value;
  }
  if (quote === "'" && !text.includes("'")) return `'${text}'`;
  return quoted(text);
}

const isText = (value: string): boolean => {
  const node = read(value);
  return isScalar(node) && typeof node.value === 'string';
};

/** A value without quotes that needs some. */
function repairPlain(key: string, value: string): ValueRepair | undefined {
  const said = troubleOfPlain(key, value);
  if (!said) return undefined;
  // A comment with a space on either side is one.
  const [, own = value, comment = ''] = /^([^#].*?)([ \t]+#[ \t].*)$/su.exec(value) ?? [];
  const text = isOwnKind(key, own.slice(1)) && own.startsWith('#') ? own.slice(1) : quoted(own) + comment;
  return { text, message: said, guessed: value.startsWith('#') };
}

/** Whether a key whose value is never text has one of its kind. */
function isOwnKind(key: string, value: string): boolean {
  return key === 'lines' ? /^\d+$/.test(value) : key === 'date' && readDate(value)?.wellFormed === true;
}

function troubleOfPlain(key: string, value: string): Message | undefined {
  const first = value.charAt(0);
  if (isQuote(first) && read(value) !== undefined) return undefined;
  const needsQuotes = message('A value that begins with “{0}” has to stand in quotes.', first);
  if (first === '#') {
    const meant = !/^#(?:[ \t#]|$)/.test(value) || OUR_KEYS.has(key);
    return meant ? message('YAML takes what follows the “#” for a comment, so “{0}” has no value.', key) : undefined;
  }
  if (first === '*') return needsQuotes;
  // Away from the keys that are known, people who write YAML may mean what they write.
  if (first === '&' || first === '!') {
    return (OUR_KEYS.has(key) && !/^!!/.test(value)) || read(value) === undefined ? needsQuotes : undefined;
  }
  if (TEXT_KEYS.has(key) && /[ \t]#\S/.test(value)) {
    return message('YAML takes what follows the “#” for a comment, not for a part of “{0}”.', key);
  }
  if (read(value) !== undefined) return undefined;
  if (/^[|>]/.test(value) && /^[|>][-+\d]{0,2}(?:[ \t]+#.*)?$/.test(value)) return undefined;
  if (/^[-?:,[\]{}|>%@`]/.test(value)) return needsQuotes;
  return /:(?:[ \t]|$)/.test(value)
    ? message('A value with a colon and a space in it has to stand in quotes.')
    : message('This value has to stand in quotes.');
}

const OPENING = '[【［';
const CLOSING = ']】］';

/** A list in one line: its brackets, commas, and items. */
function repairList(value: string): ValueRepair | undefined {
  const opens = isOneOf(OPENING, value.charAt(0));
  const closes = isOneOf(CLOSING, value.charAt(value.length - 1));
  // A quote without a partner is what is wrong, whatever the value ends with.
  const halfQuoted = isQuote(value.charAt(0)) && !value.includes(value.charAt(0), 1);
  if (!opens && (!closes || halfQuoted)) {
    const repair = repairQuotes('tag', value) ?? repairPlain('tag', value);
    // What stood in the quotes may be a list by itself.
    const inner = repair && /^(["'])(\[.*\])\1$/su.exec(repair.text)?.[2];
    return repair && { ...repair, text: inner ?? `[${repair.text}]` };
  }
  const { text: items, message: itemTrouble } = repairItems(value.slice(opens ? 1 : 0, closes ? -1 : undefined));
  const text = `[${items}]`;
  if (text === value) return undefined;
  return { text, message: troubleOfList(value, opens, closes) ?? itemTrouble, guessed: false };
}

const isOneOf = (signs: string, sign: string): boolean => sign !== '' && signs.includes(sign);

function troubleOfList(value: string, opens: boolean, closes: boolean): Message | undefined {
  if (!opens) return message('This list has no opening “[”.');
  if (!closes) return message('This list has no closing “]”.');
  return /^[【［]|[】］]$/u.test(value)
    ? message('YAML knows no full-width brackets: a list stands between “[” and “]”.')
    : undefined;
}

/** The items of a list as they have to be written, and the first trouble with them; commas in quotes part nothing. */
function repairItems(list: string): { readonly text: string; readonly message: Message } {
  let text = '';
  let trouble: Message | undefined;
  let from = 0;
  let quote = '';
  for (let at = 0; at <= list.length; at++) {
    const sign = list.charAt(at);
    if (quote !== '' && sign !== '') {
      if (sign === quote) quote = '';
    } else if (STRAIGHT.test(sign) && list.slice(from, at).trim() === '') {
      quote = sign;
    } else if (sign === '' || ',，、'.includes(sign)) {
      const item = repairItem(list.slice(from, at));
      text += item.text + sign;
      trouble ??= item.message;
      if (isOneOf('，、', sign)) {
        // A full-width comma is as wide as one with a space.
        text = `${text.slice(0, -1)},${/[ \t]/.test(list.charAt(at + 1)) || at + 1 === list.length ? '' : ' '}`;
        trouble = message('YAML knows no full-width commas: the items of a list are parted by “,”.');
      }
      from = at + 1;
    }
  }
  return { text, message: trouble ?? message('This is not a list.') };
}

function repairItem(written: string): { readonly text: string; readonly message: Message | undefined } {
  const item = written.trim();
  if (item === '') return { text: written, message: undefined };
  const gap = written.slice(0, written.indexOf(item));
  const after = written.slice(gap.length + item.length);
  const repair = repairQuotes('', item);
  if (repair) return { text: gap + repair.text + after, message: repair.message };
  if (isSeq(read(`[${item}]`))) return { text: written, message: undefined };
  return { text: gap + quoted(item) + after, message: message('An item of this list has to stand in quotes.') };
}

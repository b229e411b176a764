import {
  type ChatDocument,
  contentOf,
  deriveValue,
  type Field,
  type FrontMatter,
  message,
  type Span,
  type Text,
} from '../../language/index.js';
import { type Part, shortened } from '../support/hoverContent.js';
import { keyHelp } from '../support/keyHelp.js';
import type { HoverSource } from './hoverSource.js';

/** Of a known key of front matter: what it is for, what is allowed, an example, and what the log itself would say. */
export const frontMatterKeyHover: HoverSource = {
  hover({ document, offset, placed: { block }, context: { say } }) {
    const field = block.kind === 'frontMatter' ? fieldAt(block, offset) : undefined;
    const help = field && keyHelp.get(field.name);
    if (!field || !help) return undefined;
    return {
      span: placeOf(field),
      parts: [
        { kind: 'heading', text: field.name },
        { kind: 'line', pieces: [say(help.purpose)] },
        { kind: 'line', pieces: [say(help.allowed)] },
        { kind: 'example', yaml: help.example },
        ...ofLog(field.name, document, say),
      ],
    };
  },
};

const fieldAt = (block: FrontMatter, offset: number): Field | undefined =>
  contentOf(block).fields.find((field) => {
    const { from, to } = placeOf(field);
    return from <= offset && offset <= to;
  });

/** What the help belongs to: the key, and a value of one line; what stands in lists speaks for itself. */
function placeOf({ key, value, content }: Field): Span {
  return { from: key.from, to: typeof content === 'object' ? key.to : Math.max(key.to, value.to) };
}

/** Keys whose value follows from the log. */
const DERIVED = new Set(['lines', 'date', 'title']);

function ofLog(key: string, document: ChatDocument, say: (text: Text) => string): readonly Part[] {
  const value = DERIVED.has(key) ? deriveValue(document, key) : undefined;
  if (!value) return [];
  const text = shortened(value.text);
  const sentence = value.sure
    ? message('The log itself gives: {0}', text)
    : message('The log itself gives, though not surely: {0}', text);
  return [{ kind: 'line', pieces: [say(sentence)] }];
}

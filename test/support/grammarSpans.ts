import type { Token } from './tokenize.js';

/** What both the grammar and the parser find in a log. */
export type SpanKind = 'time' | 'speaker' | 'emoji' | 'mention' | 'image' | 'link' | 'url' | 'entity' | 'comment';

/** A piece of a log that the grammar gives a meaning; offsets count from the start of the text. */
export interface GrammarSpan {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
}

/** The scope of the whole piece, and, where it is more than one token, the scope of its first. */
const KINDS: readonly (readonly [kind: SpanKind, scope: RegExp, begin?: string])[] = [
  ['time', /^variable\.other\.constant\.time\.chatlog$/],
  ['speaker', /^entity\.name\.type\.speaker\.chatlog$/],
  ['emoji', /^constant\.character\.escape\.emoji\.chatlog$/],
  ['mention', /^keyword\.control\.mention\.chatlog$/],
  ['image', /^meta\.image\.inline\.chatlog$/, 'punctuation.definition.image.begin.chatlog'],
  ['link', /^meta\.link\.inline\.chatlog$/, 'punctuation.definition.link.begin.chatlog'],
  ['url', /^markup\.underline\.link\.url\.chatlog$/],
  ['entity', /^constant\.character\.entity\.chatlog$/],
  ['comment', /^comment\.block\..*chatlog$/, 'punctuation.definition.comment.begin.chatlog'],
];

/** The pieces that tokens make up, in order. A comment that runs over several lines is one piece. */
export function grammarSpans(tokens: readonly Token[]): GrammarSpan[] {
  const spans: { kind: SpanKind; from: number; to: number }[] = [];
  for (const { from, to, scopes } of tokens) {
    const found = KINDS.find(([, scope]) => scopes.some((name) => scope.test(name)));
    if (!found) continue;
    const [kind, , begin] = found;
    const last = spans.at(-1);
    if (begin !== undefined && !scopes.includes(begin) && last?.kind === kind) last.to = to;
    else spans.push({ kind, from, to });
  }
  return spans;
}

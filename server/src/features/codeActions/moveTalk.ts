import type { CodeAction } from 'vscode-languageserver-protocol';
import {
  type ChatDocument,
  type Message,
  message,
  type RecordedTalk,
  recordedTalks,
  retimeTalk,
  type Span,
} from '../../language/index.js';
import { type CodeActionRequest, type CodeActionSource, editOf } from './codeActionSource.js';

const START = 'refactor.rewrite.startTalk';
const END = 'refactor.rewrite.endTalk';

/**
 * Lets a recorded talk start or end with the entry at the cursor: the talk that the entry is in, else the next one starts
 * earlier, or the last one ends later.
 */
export const moveTalk: CodeActionSource = {
  kinds: [START, END],
  actions(request) {
    const { document, selection } = request;
    // There is hardly an entry without: a light bulb at each would say nothing.
    if (request.isAutomatic) return [];
    const at = selection.from === selection.to ? secondsAt(document, selection) : undefined;
    if (at === undefined) return [];
    const talks = recordedTalks(document).flatMap(timed);
    const next = talks.filter(({ end }) => end >= at).sort((a, b) => a.start - b.start)[0];
    const last = talks.filter(({ start }) => start <= at).sort((a, b) => b.start - a.start)[0];
    return [
      ...(next ? moved(request, next, START, { start: at, end: next.end }) : []),
      ...(last ? moved(request, last, END, { start: last.start, end: at }) : []),
    ];
  },
};

interface TimedTalk {
  readonly talk: RecordedTalk;
  readonly start: number;
  readonly end: number;
}

function timed(talk: RecordedTalk): readonly TimedTalk[] {
  const { start, end } = talk;
  return start === undefined || end === undefined ? [] : [{ talk, start, end }];
}

function moved(
  request: CodeActionRequest,
  { talk }: TimedTalk,
  kind: typeof START | typeof END,
  times: { readonly start: number; readonly end: number },
): readonly CodeAction[] {
  const changes = retimeTalk(request.document, talk, times);
  if (changes.length === 0) return [];
  return [{ title: request.context.say(titleOf(talk, kind)), kind, edit: editOf(request, changes) }];
}

function titleOf({ title, speaker }: RecordedTalk, kind: typeof START | typeof END): Message {
  const name = title ?? speaker ?? '';
  return kind === START ? message('Start the talk “{0}” here', name) : message('End the talk “{0}” here', name);
}

/** The time of the entry at the cursor, in seconds since midnight. */
function secondsAt(document: ChatDocument, { from }: Span): number | undefined {
  const at = document.blockAt(from);
  return at?.block.kind === 'entry' ? at.block.seconds : undefined;
}

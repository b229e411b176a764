import type { CodeAction } from 'vscode-languageserver-protocol';
import {
  type ChatDocument,
  detectTalks,
  type Entry,
  isBlank,
  type Message,
  message,
  type NewTalk,
  type People,
  type PlacedBlock,
  peopleOf,
  recordedTalks,
  recordTalk,
  retimeTalk,
  type Span,
  type TextChange,
  textOf,
} from '../../language/index.js';
import { blocksTouched } from '../support/blocksTouched.js';
import { type CodeActionRequest, type CodeActionSource, editOf } from './codeActionSource.js';

const KIND = 'refactor.rewrite.markTalk';

/**
 * Writes what is selected into the front matter as a talk, by whoever says most in it; where a talk of theirs is recorded
 * there already, gives that one the times of the selection.
 */
export const markTalk: CodeActionSource = {
  kinds: [KIND],
  actions(request) {
    const { document, context } = request;
    const people = peopleOf(document, context.lintOptions.speakers);
    const talk = talkIn(selectedEntries(document, request.selection), people);
    if (!talk) return [];
    const action = (title: Message, changes: readonly TextChange[]): CodeAction[] =>
      changes.length === 0 ? [] : [{ title: context.say(title), kind: KIND, edit: editOf(request, changes) }];
    const [there, another] = recordedTalks(document).filter((recorded) => meets(recorded, talk));
    if (!there) {
      const titled = { ...talk, title: titleOf(request, talk, people) };
      return action(message('Mark selection as talk'), recordTalk(document, titled, context.lintOptions));
    }
    if (another || (there.speaker !== undefined && !isSame(people, there.speaker, talk.speaker))) return [];
    return action(message('Change the talk to the selection'), retimeTalk(document, there, talk));
  },
};

/** The entries that a selection touches; none where that is one and it is not selected whole. */
function selectedEntries(document: ChatDocument, selection: Span): readonly PlacedBlock<Entry>[] {
  const touched = selection.to > selection.from ? blocksTouched(document, selection) : undefined;
  const entries: PlacedBlock<Entry>[] = [];
  if (!touched) return entries;
  for (const { block, index, from } of document.blocks(touched.first)) {
    if (index > touched.last) break;
    if (block.kind === 'entry') entries.push({ block, index, from });
  }
  const [only, more] = entries;
  if (!only || more) return entries;
  const { text } = only.block;
  const whole = selection.from <= only.from && isBlank(text, Math.max(0, selection.to - only.from), text.length);
  return whole ? entries : [];
}

/** The talk that the entries are; `undefined` where nobody says anything in them at a known time. */
function talkIn(entries: readonly PlacedBlock<Entry>[], people: People): NewTalk | undefined {
  const talks = new Map<string, { readonly talk: NewTalk; readonly count: number }>();
  for (const { block } of entries) {
    const speaker = textOf(block, block.speaker);
    const { seconds } = block;
    if (speaker === '' || seconds === undefined) continue;
    const person = people.personOf(speaker);
    const { talk, count } = talks.get(person) ?? { talk: { speaker, start: seconds, end: seconds }, count: 0 };
    const [start, end] = [Math.min(talk.start, seconds), Math.max(talk.end, seconds)];
    talks.set(person, { talk: { ...talk, start, end }, count: count + 1 });
  }
  let most: { readonly talk: NewTalk; readonly count: number } | undefined;
  for (const one of talks.values()) if (one.count > (most?.count ?? 0)) most = one;
  return most?.talk;
}

/** The topic that the log itself tells of a talk by the same person at that time. */
function titleOf({ document }: CodeActionRequest, talk: NewTalk, people: People): string | undefined {
  return detectTalks(document).find((other) => meets(other, talk) && isSame(people, other.speaker, talk.speaker))
    ?.title;
}

const isSame = (people: People, one: string, other: string): boolean => people.personOf(one) === people.personOf(other);

/** Whether two talks share a second. */
function meets(
  { start, end = start }: { readonly start: number | undefined; readonly end: number | undefined },
  talk: NewTalk,
): boolean {
  return start !== undefined && end !== undefined && start <= talk.end && talk.start <= end;
}

import type { CodeLens, CodeLensParams, Location } from 'vscode-languageserver-protocol';
import {
  type ChatDocument,
  type Entry,
  message,
  type PlacedBlock,
  partsOf,
  recordTalk,
  type Span,
  shiftSpan,
  type Talk,
  type Text,
  talksOf,
  textOf,
  trimmedEnd,
  trimmedStart,
} from '../language/index.js';
import { toPosition, toRange } from './convert.js';
import type { Feature, FeatureContext } from './feature.js';

/**
 * Above the first entry of a talk: how many entries present, sign in and ask, each count with a command that lists them, and
 * for a talk that is not recorded yet a command that records it. Clients that lack a command don't get its lenses: there is
 * none that all editors have.
 */
export const codeLens: Feature<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  capabilities: { codeLensProvider: {} },
  nothing: [],
  answer: (document, _params, context) =>
    talksOf(document).flatMap((talk) => [
      ...(context.client.showsEntries ? countsOf(document, talk, context) : []),
      ...(context.client.recordsTalks ? recording(document, talk, context) : []),
    ]),
};

function countsOf(document: ChatDocument, talk: Talk, { say }: FeatureContext): readonly CodeLens[] {
  const { first } = talk;
  if (!first) return [];
  const { presenting, signIns, questions } = partsOf(document, talk);
  const speaker = talk.speaker ?? textOf(first.block, first.block.speaker);
  const lens = (title: Text, entries: readonly PlacedBlock<Entry>[]): CodeLens[] =>
    entries.length === 0
      ? []
      : [
          {
            range: toRange(document, headerOf(first)),
            command: {
              title: say(title),
              command: 'chatlog.showEntries',
              arguments: [
                document.uri,
                toPosition(document, first.from),
                entries.map((entry): Location => ({ uri: document.uri, range: toRange(document, firstLineOf(entry)) })),
              ],
            },
          },
        ];
  return [
    ...lens(
      presenting.length === 1
        ? message('Talk: 1 message by {0}', speaker)
        : message('Talk: {0} messages by {1}', presenting.length, speaker),
      presenting,
    ),
    ...lens(signIns.length === 1 ? message('1 sign-in') : message('{0} sign-ins', signIns.length), signIns),
    ...lens(questions.length === 1 ? message('1 question') : message('{0} questions', questions.length), questions),
  ];
}

function recording(
  document: ChatDocument,
  { source, first, title, speaker, start, end }: Talk,
  { say, lintOptions }: FeatureContext,
): readonly CodeLens[] {
  if (source === 'recorded' || !first || speaker === undefined || start === undefined || end === undefined) return [];
  if (recordTalk(document, { title, speaker, start, end }, lintOptions).length === 0) return [];
  return [
    {
      range: toRange(document, headerOf(first)),
      command: {
        title: say(message('Record this talk')),
        command: 'chatlog.recordTalk',
        arguments: [document.uri, toPosition(document, first.from)],
      },
    },
  ];
}

const headerOf = ({ block, from }: PlacedBlock<Entry>): Span =>
  shiftSpan({ from: 0, to: Math.max(block.time.to, block.speaker.to) }, from);

/** What an entry says first: a list of places shows these lines. Its header where it says nothing. */
function firstLineOf(entry: PlacedBlock<Entry>): Span {
  const { text, body } = entry.block;
  const from = trimmedStart(text, body.from, body.to);
  if (from === body.to) return headerOf(entry);
  const [line = ''] = /^[^\n\r]*/.exec(text.slice(from, body.to)) ?? [];
  return shiftSpan({ from, to: trimmedEnd(text, from, from + line.length) }, entry.from);
}

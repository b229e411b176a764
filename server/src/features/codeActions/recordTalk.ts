import { recordTalk as changesOf, type DetectedTalk, message } from '../../language/index.js';
import { blocksTouched } from '../support/blocksTouched.js';
import { unrecordedTalks } from '../support/unrecordedTalks.js';
import { type CodeActionRequest, type CodeActionSource, editOf } from './codeActionSource.js';

/** Writes a talk that was detected into the front matter: the first that is selected, or, in the front matter, the first of all. */
export const recordTalk: CodeActionSource = {
  kinds: ['refactor.rewrite.recordTalk'],
  actions(request) {
    const { document, context } = request;
    const talk = talkAt(request);
    const changes = talk ? changesOf(document, talk, context.lintOptions) : [];
    if (!talk || changes.length === 0) return [];
    const title = context.say(message('Record this talk: “{0}”', talk.title ?? talk.speaker));
    return [{ title, kind: 'refactor.rewrite.recordTalk', edit: editOf(request, changes) }];
  },
};

/** The talk that is meant: an entry from its first to its last is selected, or its announcement, or front matter. */
function talkAt({ document, selection }: CodeActionRequest): DetectedTalk | undefined {
  const touched = blocksTouched(document, selection);
  if (!touched) return undefined;
  const talks = unrecordedTalks(document);
  const isTouched = (first: number, last = first): boolean => first <= touched.last && touched.first <= last;
  return (
    talks.find(({ first, last }) => isTouched(first.index, last.index)) ??
    talks.find(({ announcement }) => announcement && isTouched(announcement.index)) ??
    (document.frontMatter && isTouched(0) ? talks[0] : undefined)
  );
}

import { type ChatDocument, type DetectedTalk, detectTalks, recordedTalks } from '../../language/index.js';

/** The talks that the log shows and that nobody has recorded: no recorded one is at the same time, or by the same speaker at an unknown one. */
export function unrecordedTalks(document: ChatDocument): readonly DetectedTalk[] {
  const recorded = recordedTalks(document);
  return detectTalks(document).filter(
    (talk) =>
      !recorded.some(({ speaker, start, end = start }) =>
        start === undefined || end === undefined ? speaker === talk.speaker : start <= talk.end && talk.start <= end,
      ),
  );
}

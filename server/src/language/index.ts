export { annotatedEntries } from './annotations/annotatedEntries.js';
export {
  type Annotation,
  annotationsOf,
  type Note,
  type Quote,
  type Tag,
  type TagName,
} from './annotations/annotations.js';
export { addNote, deleteNotes, editNote, type NewNote, replyTo, resolveThread } from './annotations/editNotes.js';
export { addTags, removeTags, renameTag, setTags, tagProblem, tagsOf } from './annotations/editTags.js';
export {
  type Import,
  type Imported,
  type ImportedContent,
  importAnnotations,
} from './annotations/importAnnotations.js';
export type { AnnotationEdit } from './annotations/place.js';
export { contextOf, type PlacedAnnotation, placedAnnotations } from './annotations/placedAnnotations.js';
export { wordsSpanOf } from './annotations/quotes.js';
export { readAnnotation } from './annotations/readAnnotation.js';
export { saidIn } from './annotations/saidIn.js';
export { type AnnotationLines, annotationLinesOf } from './annotations/standing.js';
export { strip } from './annotations/strip.js';
export { type PlacedTagName, placesOfTag, tagAt } from './annotations/tagAt.js';
export { type Thread, threadsOf } from './annotations/threads.js';
export { Archive, type ArchivedLog } from './archive/archive.js';
export { keptBeside } from './archive/keptBeside.js';
export { type LogSummary, type SpokenName, summarize, type TalkSummary } from './archive/logSummary.js';
export { logsByDay } from './archive/logsByDay.js';
export { fits, matchText, normalized } from './archive/matchText.js';
export type { Place } from './archive/place.js';
export { type ArchivedSpeaker, type RankedSpeaker, rankedSpeakers } from './archive/rankedSpeakers.js';
export {
  type FoundNote,
  type FoundSpeaker,
  type FoundSymbol,
  type FoundTag,
  type FoundTalk,
  prepareSearch,
  searchArchive,
} from './archive/search.js';
export type { NoteSummary, TagSummary } from './archive/summarizeAnnotations.js';
export { CONFIG_FILE, type Config, emptyConfig } from './config/config.js';
export { configOfSettings } from './config/configOfSettings.js';
export { disableInConfig } from './config/disableInConfig.js';
export { mergeConfigs, mergeOptions } from './config/mergeOptions.js';
export { type ConfigProblem, readConfig } from './config/readConfig.js';
export { firstFixes, fixSafely } from './edit/fixAll.js';
export { moveToNextDay, type NextDay } from './edit/moveToNextDay.js';
export { addressForm } from './edit/pictureAddress.js';
export { type NewTalk, recordTalk } from './edit/recordTalk.js';
export { retimeTalk } from './edit/retimeTalk.js';
export { saysTheSame } from './edit/saysTheSame.js';
export { sortEntries } from './edit/sortEntries.js';
export { updateLines } from './edit/updateLines.js';
export { type Emoji, emojis, findEmoji } from './emoji/emoji.js';
export { formatLog } from './format/format.js';
export { type DerivedValue, deriveValue, modelOf } from './frontMatter/derive.js';
export { knownKeys } from './frontMatter/keys.js';
export { quoted, textValue } from './frontMatter/values.js';
export type { ChatMessage, ImportNote } from './import/chatMessage.js';
export { byDay, type DatedMessage, withDays } from './import/days.js';
export { htmlRows, isHtmlTable } from './import/htmlRows.js';
export { type ImportedLog, importLog } from './import/importLog.js';
export { type PastedEntries, pasteEntries } from './import/pasteEntries.js';
export { type ReadChat, readChat } from './import/recognize.js';
export { type ChatProgram, chatPrograms, type ImportHints } from './import/shape.js';
export { TableReader } from './import/tableMessages.js';
export { keptForLast } from './keptForLast.js';
export { defaultLintOptions, type LintOptions, lint } from './lint/engine.js';
export { fileNameOf, isDay, logDay } from './lint/logDay.js';
export type {
  Diagnostic,
  Example,
  Examples,
  Files,
  Finding,
  Fix,
  Related,
  Rule,
  RuleOptions,
  Severities,
  Severity,
} from './lint/rule.js';
export { rules } from './lint/rules/index.js';
export { characterOf } from './lint/support/entities.js';
export { gapAfter, insertionOf, lineBreakOf } from './lint/support/frontMatterPlaces.js';
export { momentOf } from './lint/support/imageTimes.js';
export { pictureAddress, pictureFile } from './lint/support/pictureFiles.js';
export { type KnownNames, knownNames } from './people/knownNames.js';
export { type Candidate, type MeantBy, type MentionMeaning, meaningOf } from './people/mentions.js';
export { type FrontMatterNaming, namesInFrontMatter } from './people/namesInFrontMatter.js';
export { type Naming, namingAt, namingsIn, type PlacedNaming } from './people/namings.js';
export { nicknames } from './people/nicknames.js';
export { type People, peopleIn, peopleOf, type SpeakerNames } from './people/people.js';
export { readableChanges } from './people/readableChanges.js';
export { recordedNames } from './people/recordedNames.js';
export { renameChanges, renameProblem } from './people/rename.js';
export { renameInConfig } from './people/renameInYaml.js';
export { type Speaker, speakersOf } from './people/speakers.js';
export { entryItems } from './symbols/entryItems.js';
export { type EntryLabel, labelOf } from './symbols/entryLabel.js';
export { outlineOf } from './symbols/outline.js';
export type { OutlineItem } from './symbols/outlineItem.js';
export { type Block, type Entry, type FrontMatter, headerSpanOf, type Preamble, perBlock } from './syntax/block.js';
export { type Chunk, perChunk } from './syntax/chunk.js';
export { type Counts, countsBefore } from './syntax/codePoints.js';
export { ChatDocument, type PlacedBlock } from './syntax/document.js';
export { contentOf, type Field } from './syntax/frontMatter.js';
export { type Mark, marksOf, mentionIn, textOf } from './syntax/inline.js';
export { isLogName } from './syntax/logName.js';
export { looksLikeLog } from './syntax/looksLikeLog.js';
export { type DetectedTalk, detectTalks } from './talks/detect.js';
export { partsOf, type TalkParts } from './talks/partsOf.js';
export { type PlacedTalk, placedTalks, type RecordedTalk, recordedTalks } from './talks/recorded.js';
export { type Talk, talksOf } from './talks/talksOf.js';
export { formatClock, parseClock } from './text/clock.js';
export { detached } from './text/detached.js';
export { endOfLine, nextLine } from './text/lines.js';
export { inEnglish, type Message, message, type Text } from './text/message.js';
export { soundsOfName, spellingOf } from './text/pinyin.js';
export { applyChanges, type LineColumn, type Span, shiftSpan, spansTouch, type TextChange } from './text/span.js';
export { isBlank, trimmedEnd, trimmedStart } from './text/whiteSpace.js';
export { type EntryFrame, endsText, entryFrame } from './write/entryFrame.js';
export { insertTime, type Now, timeBetween, timesAround } from './write/entryTime.js';
export { groupAuthor } from './write/groupAuthor.js';
export { folderOf, type LogGroup, logGroups, patternOf } from './write/logGroups.js';
export { type LogName, logName, type ModelLog, newLogText } from './write/newLog.js';
export { pictureLines } from './write/pictureLines.js';
export { type NoPictureTarget, type PictureTarget, pictureTarget } from './write/pictureTarget.js';
export { updateFrontMatter } from './write/updateFrontMatter.js';

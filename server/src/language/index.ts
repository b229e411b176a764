export { CONFIG_FILE, type Config, emptyConfig } from './config/config.js';
export { configOfSettings } from './config/configOfSettings.js';
export { disableInConfig } from './config/disableInConfig.js';
export { mergeConfigs, mergeOptions } from './config/mergeOptions.js';
export { type ConfigProblem, readConfig } from './config/readConfig.js';
export { firstFixes, fixSafely } from './edit/fixAll.js';
export { moveToNextDay, type NextDay } from './edit/moveToNextDay.js';
export { saysTheSame } from './edit/saysTheSame.js';
export { sortEntries } from './edit/sortEntries.js';
export { updateLines } from './edit/updateLines.js';
export { type Emoji, emojis, findEmoji } from './emoji/emoji.js';
export { formatLog } from './format/format.js';
export { defaultLintOptions, type LintOptions, lint } from './lint/engine.js';
export type {
  Diagnostic,
  Example,
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
export { entryItems, type OutlineItem, outlineOf } from './symbols/outline.js';
export type { Block, Entry, FrontMatter, Preamble } from './syntax/block.js';
export { ChatDocument, type PlacedBlock } from './syntax/document.js';
export { contentOf, type Field } from './syntax/frontMatter.js';
export { type Mark, marksOf, textOf } from './syntax/inline.js';
export { looksLikeLog } from './syntax/looksLikeLog.js';
export { type PlacedTalk, placedTalks, type RecordedTalk, recordedTalks } from './talks/recorded.js';
export { formatClock, parseClock } from './text/clock.js';
export { inEnglish, type Message, message, type Text } from './text/message.js';
export { applyChanges, type LineColumn, type Span, spansTouch, type TextChange } from './text/span.js';
export { isBlank } from './text/whiteSpace.js';

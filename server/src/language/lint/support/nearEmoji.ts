import { emojis, findEmoji } from '../../emoji/emoji.js';
import { isWordNearEmoji } from './wordsNearEmoji.js';

/** What people use most, the most used first: of several codes as near, the likelier one is offered first. */
const COMMON =
  '强 鼓掌 捂脸 呲牙 偷笑 玫瑰 OK 抱拳 奸笑 微笑 握手 憨笑 坏笑 发呆 机智 抠鼻 尴尬 皱眉 阴险 愉快 流泪 撇嘴 流汗 可怜 擦汗 调皮 惊恐 害羞 疑问 大哭'.split(
    ' ',
  );

/** Codes that are whole phrases: with a word more or less it is another phrase, not a slip. */
const PHRASES = new Set(['快哭了', '让我看看', '加油加油']);

/** Codes for faces and gestures: nobody makes headlines or names of them, as of 红包 and 足球. */
const GESTURES = new Set(
  (
    '微笑 撇嘴 发呆 得意 流泪 害羞 闭嘴 大哭 尴尬 发怒 傲慢 奋斗 拳头 调皮 呲牙 惊讶 难过 抓狂 偷笑 愉快 白眼 流汗 惊恐 憨笑 悠闲 咒骂 糗大了 擦汗 抠鼻 ' +
    '鼓掌 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 可怜 玫瑰 凋谢 心碎 拥抱 强 弱 握手 抱拳 勾引 爱你 飞吻 跳跳 发抖 怄火 转圈 ' +
    '磕头 献吻 奸笑 嘿哈 捂脸 机智 耶 皱眉 嘘 晕 囧 冷汗 OK'
  ).split(' '),
);

/** Small words. A text that shares only one of these with a code is a phrase, and so is most that ends with one. */
const SMALL_WORDS = /[了的你啊我他她它是不吧呢吗嘛也都就有在这那]/;
/** Those that a phrase may begin with. */
const BEGINNINGS = /[我你他她不在有就都也这那]/;

/** What people put before or behind a code to make a phrase of it, as 捂脸哭 and 大哭中. */
const AFFIXES =
  /[了的啊哦噢喔呀哈吧呢吗嘛中脸哭笑死人们花声包群图大小发抢送收我你他在很太好真不要别再去来请猫狗熊兔鬼癌症版系党族派式状样舞歌曲礼一二三两个下完着到出起又还都也]/;

/** What people put into a word to make a phrase of it, as 鼓个掌 and 抱一抱. */
const INFIXES = /[个一口了下着把点上大小完到不]/;

/** Characters that are taken for one of the many that stand before 笑. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  ['徽微', '薇微', '坯坏', '环坏', '怀坏', '输偷', '愉偷', '懒憨', '敢憨', '杆奸', '好奸', '大太'].map(
    ([wrong = '', right = '']) => [wrong, right],
  ),
);

/** Characters that are hardly written alone, so that one between brackets is a code that lost its other half. */
const HALVES = /[微撇尬尴讶呲牙骷髅抠鼻鼓掌拳脸鄙傲愉憨咒怜委屈啤篮乒乓咖啡玫瑰凋唇糕瓢拥握怄磕奸捂皱眉]/;

/** English codes that are between brackets for their own sake when they are written in small letters. */
const PLAIN_WORDS = new Set(
  'no broken smart strong weak party jump silent love hammer lightning packet panic wave boring fight peace rich hey respect lighting chill pout wink surprised'.split(
    ' ',
  ),
);

/** English words a letter away from a code. */
const ENGLISH_WORDS = new Set(
  (
    'start smarts error errors chart heard hears hearts smiles smiled sheep steep sleet share shape shade stake snake shakes brush flush sweet ' +
    'swear sweats skill skills brown crown drown grown track truck brick thick tricks first fists string strung parts sight flight ' +
    'light slightly plight night right waves waved saves signal silence scalar scaled hungary panics coffees bombs strongly chop chat ' +
    'child chili chills chilly hill shill surprises'
  ).split(' '),
);

const HAN = /^\p{Script=Han}+$/u;
const ENGLISH = /^[A-Za-z][A-Za-z !-]*$/;
/** English codes shorter than this have too many words beside them. */
const LONG_ENGLISH = 5;

/** The Chinese codes that near misses are measured against: the most used first, then those of today, then the others. */
const chinese: readonly string[] = [
  ...COMMON,
  ...emojis.map(({ code }) => code),
  ...emojis.flatMap(({ spellings }) => spellings),
].filter((code, index, all) => HAN.test(code) && code.length > 1 && all.indexOf(code) === index);

const english: readonly string[] = emojis.flatMap(({ spellings }) =>
  spellings.filter((spelling) => ENGLISH.test(spelling)),
);

/** The codes that stand around a text. */
export interface Surroundings {
  /** Those of the same entry. */
  readonly used: ReadonlySet<string>;
  /** Those that touch it. */
  readonly beside: readonly string[];
}

/**
 * The codes that a text between brackets, which is no code, was probably meant to be, the likeliest first; none where it
 * is rather a text of its own.
 */
export function nearEmoji(text: string, { used, beside }: Surroundings): readonly string[] {
  const bare = text.replace(/[\s\u200b，。、,.~～·]+/g, '');
  if (bare !== text && findEmoji(bare) && (bare.length > 1 || text.trim() === bare)) return [bare];
  if (!HAN.test(text)) return ENGLISH.test(text) ? nearEnglish(text) : [];
  if (text.length > 5) return [];
  // Among the same code over and over, even a word is one more of them.
  const repeated = beside.find((code) => chinese.includes(code) && isNear(text, code, true));
  if (repeated !== undefined) return [repeated];
  if (isWordNearEmoji(text)) return [];
  const near = chinese.filter((code) => isNear(text, code, false));
  // What stands nearby comes first, then what looks alike, and a code that has the very characters before one that lacks some.
  const rank = (code: string): number =>
    (used.has(code) ? 0 : 4) + (looksLike(text, code) ? 0 : 2) + (sameCharacters(text, code) ? 0 : 1);
  return near.sort((a, b) => rank(a) - rank(b));
}

/** The code of a face or a gesture; nothing else is written so between any brackets. */
export function isGesture(code: string): boolean {
  return GESTURES.has(code);
}

function isNear(text: string, code: string, repeated: boolean): boolean {
  if (text.length === 1) return code.length === 2 && code.includes(text) && (repeated || HALVES.test(text));
  if (text.length === code.length) return isSwapped(text, code) || isReplaced(text, code);
  if (PHRASES.has(code)) return false;
  if (text.length === code.length - 1) return isWithout(code, text) && !SMALL_WORDS.test(text);
  return text.length === code.length + 1 && hasOneMore(text, code);
}

/** Whether the first character that differs only looks like that of the code. */
function looksLike(text: string, code: string): boolean {
  const at = firstDifference(text, code);
  return LOOKS_LIKE.get(text.charAt(at)) === code.charAt(at);
}

/** Whether a code as long as a text has the same characters. */
const sameCharacters = (text: string, code: string): boolean =>
  text.length === code.length && [...code].every((char) => text.includes(char));

/** Whether two neighbouring characters changed places. */
function isSwapped(text: string, code: string): boolean {
  const at = firstDifference(text, code);
  return (
    text[at] === code[at + 1] &&
    text[at + 1] === code[at] &&
    text.slice(at + 2) === code.slice(at + 2) &&
    at < text.length
  );
}

/** Whether one character is another, and what is left tells the code. */
function isReplaced(text: string, code: string): boolean {
  const at = firstDifference(text, code);
  const other = text[at];
  if (other === undefined || text.slice(at + 1) !== code.slice(at + 1)) return false;
  if (code.length > 2) return true;
  const kept = code.slice(0, at) + code.slice(at + 1);
  if ([...kept].every((char) => SMALL_WORDS.test(char))) return false;
  return !(at === 0 ? BEGINNINGS : SMALL_WORDS).test(other) || HALVES.test(kept);
}

/** Whether a text has one character more than a code: one of its own twice, or one that makes no phrase with it. */
function hasOneMore(text: string, code: string): boolean {
  if (!isWithout(text, code)) return false;
  const at = firstDifference(text, code);
  const added = text[at] ?? text.slice(-1);
  if (added === text[at - 1]) return true;
  if (at === 0 || at >= code.length) return GESTURES.has(code) && !AFFIXES.test(added);
  if (INFIXES.test(added) || SMALL_WORDS.test(added)) return false;
  const parts = [text.slice(at - 1, at + 1), text.slice(at, at + 2)];
  return !parts.some((part) => isWordNearEmoji(part) || findEmoji(part));
}

/** Whether leaving one character out of the longer text gives the shorter. */
function isWithout(longer: string, shorter: string): boolean {
  const at = firstDifference(longer, shorter);
  return longer.slice(at + 1) === shorter.slice(at);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** Codes that differ in letter case and spaces only, else long ones with one letter wrong. */
function nearEnglish(text: string): readonly string[] {
  if (PLAIN_WORDS.has(text.toLowerCase()) && !/^[A-Z]/.test(text)) return [];
  const plain = (code: string): string => code.replace(/[ -]/g, '').toLowerCase();
  const bare = plain(text);
  const same = english.filter((code) => plain(code) === bare);
  if (same.length > 0) return [...same.filter((code) => code.length === text.length), ...same].slice(0, 1);
  if (bare.length < LONG_ENGLISH - 1 || bare.length > 24 || PLAIN_WORDS.has(bare) || ENGLISH_WORDS.has(bare)) return [];
  return english.filter((code) => code.length >= LONG_ENGLISH && isOneLetterOff(bare, plain(code)));
}

/** Whether one letter is wrong, missing, too much, or two changed places. */
function isOneLetterOff(text: string, code: string): boolean {
  if (text.length === code.length) {
    const at = firstDifference(text, code);
    return text.slice(at + 1) === code.slice(at + 1) || isSwapped(text, code);
  }
  if (Math.abs(text.length - code.length) > 1) return false;
  return text.length > code.length ? isWithout(text, code) : isWithout(code, text);
}

/** A topic as a text states it. */
export interface Title {
  readonly text: string;
  /** Whether it stands behind “主题是” or the like, not merely behind “to talk about”. */
  readonly sure: boolean;
}

const TOPIC = '(?:主[题題](?:[內内]容)?|[題题]目|\\b(?:topic|title|subject)\\b)';
const IS = '\\s*(?:就?是|[為为]|叫做?|\\bis\\b|\\bwill be\\b)?\\s*[:：]?\\s*(?:[關关][於于])?\\s*';
const QUOTED =
  '(?:“([^”\\n]{1,80})”|"([^"\\n]{1,80})"|《([^》\\n]{1,80})》|【([^】\\n]{1,80})】|「([^」\\n]{1,80})」|『([^』\\n]{1,80})』|‘([^’\\n]{1,80})’)';
/** A topic without quotes ends at punctuation, and at a space beside a Chinese character. */
const PLAIN = "((?:[^\\s，。；！？!?;,.“”\"《》【】]|[.,](?=\\S)|(?<=[\\w'’,:-]) (?=[\\w'’-])){2,60})";

const TO_TALK =
  '(?:分享|主[講讲]|[講讲]{1,2}|[帶带][來来]的?|\\b(?:talk|speak|present)(?:ing|s)?(?: to us)?(?: about| on)?\\b)';

const STATED = new RegExp(`${TOPIC}${IS}${QUOTED}`, 'i');
const STATED_PLAIN = new RegExp(
  `${TOPIC}\\s*(?:(?:就?是|[為为]|叫做?|\\bis\\b|\\bwill be\\b)\\s*[:：]?|[:：]|\\s)\\s*(?:[關关][於于])?\\s*${PLAIN}`,
  'i',
);
const TALKED_OF = new RegExp(`${TO_TALK}.{0,6}${QUOTED}`, 'i');
const TALKED_OF_PLAIN = new RegExp(
  `(?:[給给為为]|[跟和与與])(?:大家|我们|我們|各位)(?:.{0,4}分享|[講讲])(?:一?下)?\\s*${PLAIN}`,
);

/** The topic that a text states, without its quotes; `undefined` where it states none. Looks at a few hundred characters. */
export function titleIn(text: string): Title | undefined {
  const sure = firstGroup(STATED, text) ?? firstGroup(STATED_PLAIN, text);
  if (sure !== undefined && !UNDECIDED.test(sure)) return { text: sure, sure: true };
  const likely = firstGroup(TALKED_OF, text) ?? firstGroup(TALKED_OF_PLAIN, text);
  return likely === undefined || UNDECIDED.test(likely) ? undefined : { text: likely, sure: false };
}

/** What stands where the topic is not decided yet, or is only spoken of. */
const UNDECIDED = /^(?:待定|未定|不限|什么|啥|的|和|还|還|[吧啊呢嗎吗哈哦了]|tbd|tba)/i;

function firstGroup(pattern: RegExp, text: string): string | undefined {
  const match = pattern.exec(text);
  const title = match
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.trim();
  return title === '' ? undefined : title;
}

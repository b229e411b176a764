/**
 * The wordings by which a talk is known, all in this one place. To teach the extension another, add a line to the list it
 * belongs to. A list is one question about an entry, and any of its lines answers it. Only the first few hundred
 * characters of an entry are looked at; still, bound what may stand between two words (`.{0,12}`, never `.*`). Case does
 * not matter. `[請请]` reads both the traditional and the simplified character.
 */
const wordings = {
  /** Words without which no entry announces a talk. They are looked for in every entry of every log: keep them few. */
  talk: [
    /分享|主[題题]|主[講讲]|[講讲]座|演[講讲]|[題题]目/,
    /\b(?:talks?|speaks?|speaker|presents?|presentation|topic)\b/,
  ],

  /** Somebody is asked to present, or was: with a name or a topic beside it, the entry is an announcement. */
  invites: [
    /(?:[請请]到|有[請请]|邀[請请]|[請请]出|[歡欢]迎)/,
    /(?:由|[請请]|是)\s*@/,
    /(?:今天|今日|今晚|晚上|下午|明天|明晚)的?.{0,6}(?:由|是|[請请]).{1,24}(?:分享|主[講讲])/,
    /[預预]告|(?:嘉[賓宾]|主[講讲]人?|分享人)\s*(?:[:：@]|是|[為为])/,
    /\b(?:tonight|today|tomorrow)(?:['’]s)? (?:talk|speaker|presentation)\b/,
    /\bplease welcome\b|\bwe have (?:the pleasure|invited)\b|\bwill (?:talk|speak|present|give)\b/,
  ],

  /** The day of the talk is the log's own. Of this and `otherDay`, what stands first in the entry counts. */
  today: [
    /今天|今日|今晚|今夜|今早|今儿/,
    /(?<![明後后昨])(?:晚上|下午|上午|中午)/,
    /\b(?:tonight|today|this (?:evening|afternoon))\b/,
  ],

  /** It is another day. Dates such as 4月10日 are compared with the log's day, see `announcement.ts`. */
  otherDay: [
    /明天|明日|明晚|明早|後天|后天|昨天|昨晚|改天|改日|下次/,
    /下?(?:[週周]|星期|[禮礼]拜)[一二三四五六日天末]|下[週周]|下个?月/,
    /\b(?:tomorrow|yesterday|next (?:week|month|time)|(?:on|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/,
  ],

  /** The talk will not be, or not today. That it begins a quarter of an hour later is no news of this kind. */
  calledOff: [
    /(?:分享|[講讲]座|演[講讲]).{0,16}(?:取消|改期|延期|推[遲迟](?!.{0,6}(?:分[鐘钟]|小[時时]|一会))|[調调]整[到至]|改[到在至成为])/,
    /(?:取消|改期|延期|推[遲迟]).{0,6}(?:分享|[講讲]座|演[講讲])/,
    /原[定本计計].{0,40}(?:取消|改期|延期|推[遲迟]|[調调]整[到至]|改[到在至成为])/,
    /\b(?:talk|session|presentation)\b.{0,24}\b(?:cancell?ed|postponed|called off|moved to|rescheduled)\b/,
  ],

  /** A member is there: 签到. The whole entry is to be short, see `entryCues.ts`. */
  signsIn: [/[簽签]到|打卡|[報报]到/, /\b(?:check(?:ed|ing)?|sign(?:ed|ing)?)[- ]?in\b/],

  /** Nothing but applause or a courtesy, emoji besides. The whole entry is to be short. */
  applauds: [
    /[歡欢]迎|期待|鼓掌|[謝谢]{1,2}.{0,8}分享|感[謝谢]|[謝谢]{2}|[厲厉]害|牛[逼人]?|[乾干][貨货]|受教|[學学][習习]了|不[錯错]|精彩|[讚赞]|辛苦|点赞|666/,
    /\b(?:thanks|thank you|thx|bravo|great|awesome|well done|looking forward|welcome)\b/,
  ],

  /** The presenter turns to all: 大家好. */
  greets: [
    /大家(?:早上|上午|中午|下午|晚上)?好|各位.{0,14}好|群友们好|(?:hello|hi|hey)[，,！! ]{0,3}(?:大家|各位)/,
    /\b(?:hi|hello|good (?:morning|afternoon|evening)),? (?:everyone|everybody|all|folks)\b/,
  ],

  /** The presenter begins: what nobody says in ordinary talk. */
  begins: [
    /(?:我们?|咱们?|那|正式|[現现]在|下面|准[時时]|[時时][間间]到).{0,8}[開开]始(?:分享|今天的|了|啦|吧|哈)/,
    /(?:今天|今晚|晚上|下午|本次|[這这]次|下面).{0,16}(?:分享|[講讲一]{1,2}下|[講讲]的|介[紹绍]|和大家聊|跟大家聊)/,
    /(?:我要|[為为给給跟和]大家).{0,8}分享(?:一下|的|下)/,
    /(?:分享|[講讲])的?(?:主[題题]|[題题]目|[內内]容)/,
    /^.{0,6}[開开]始(?:吧|了|啦|哈)|自我介[紹绍]|介[紹绍]一?下(?:我?自己|我个人)|我叫|我是来自/,
    /\b(?:let['’]s|we can) (?:start|begin|get started)\b|\bintroduce myself\b|\bmy topic\b/,
    /\b(?:today|tonight|this evening|now) I(?:['’]ll| will| want to| would like to|['’]d like to|['’]m going to)\b/,
    /\bI(?:['’]ll| will|['’]d like to|['’]m going to) (?:talk|speak|share|present)\b/,
  ],

  /** The presenter has ended, in so many words: the talk, or today, or “all that I wanted to share”. */
  closes: [
    /分享.{0,8}(?:完[畢毕了啦]|[結结]束|到此|到[這这]|[講讲]完|就是?[這这]些|就是?[這这]么多|就是以上)|[結结]束.{0,6}分享/,
    /(?:以?上|[這这](?:些|个)?)(?:就?是|就|[為为])?[，,是]?.{0,2}(?:我|今天|本次|[這这]次).{0,10}(?:分享|[內内]容)/,
    /(?:今天|今晚|本次|[這这]次).{0,12}(?:就?到[這这此]|就是?[這这]些|就[這这]么多|[結结]束)/,
    /(?:我.{0,3}[講讲說说]|我的.{0,4}(?:介[紹绍]|[內内]容)).{0,3}(?:到[這这此]|就?[這这]么多|就是?[這这]些)|下[課课](?:[了啦!！。]|$)/,
    /\bthat(?:['’]s| is) (?:all|it) (?:from me|for (?:today|tonight)|I)|\b(?:concludes|end of) (?:my|the|this|our) (?:talk|presentation|session)\b/,
    /\bthanks? (?:you )?for (?:listening|your attention|your time)\b/,
  ],

  /** Something has ended, perhaps only a part: it ends the talk where nothing more is presented. */
  trailsOff: [
    /(?:[內内]容|介[紹绍]).{0,3}(?:到[這这此]|就?[這这]么多|就是?[這这]些)/,
    /(?:[講讲]|[說说]|介[紹绍]|码|打)完(?:了|啦|字)|差不多就是?[這这](?:样|些)|^以上[。.，, ]{0,2}[謝谢]{2}/,
    /(?:[謝谢]{2}|感[謝谢])(?:大家|各位)|[拋抛][磚砖]引玉/,
    /\bthat(?:['’]s| is) (?:all|it)\b|\bthanks?,? (?:everyone|everybody|all|you all)\b/,
  ],

  /** What is said goes on to the next part, so that it closes none but the last. */
  goesOn: [
    /(?:接下[來来]|然[後后]|下面|接着)[，,]?(?:我|[講讲說说聊看]|再|[開开]始|[進进]入)|第[二三四五][部個个]/,
    /\b(?:next|now),? (?:I|let|we|up)\b|\b(?:second|third|next) part\b/,
  ],

  /** The presenter hands over to the questions, which is the end of the talk too. */
  handsOver: [
    /(?:下面|接下来|[現现]在).{0,6}(?:提[問问]|答疑|[問问]答)|(?:[請请]|[歡欢]迎)大?家?.{0,4}提[問问]|(?:大家|各位).{0,10}(?:什么|啥|[沒没]有?)(?:[問问][題题]|疑[問问])/,
    /\b(?:any questions|questions\?|q ?& ?a|ask (?:me )?(?:your )?questions|happy to (?:take|answer))\b/,
  ],

  /** Somebody asks. A question mark does it too, where the exporter did not write it for a lost character. */
  asks: [
    /[請请][問问教]|[問问]一?下|咨[詢询]|[嗎吗呢麼]|什么|怎[麼么样樣]|如何|[為为](?:什么|何|啥)|是否|是不是|有[沒没]有|能不能|哪[里裡个個些种種家]|多少|多久|[幾几][个個种種天]/,
    /\b(?:what|why|how|when|where|which|who|could you|can you|do you|does|is it|is there|are there)\b/,
  ],
} as const satisfies Record<string, readonly RegExp[]>;

/** A question that the wordings answer of a text. */
export type Cue = keyof typeof wordings;

const patterns = Object.fromEntries(
  Object.entries(wordings).map(([cue, list]) => [
    cue,
    new RegExp((list as readonly RegExp[]).map(({ source }) => source).join('|'), 'i'),
  ]),
) as Record<Cue, RegExp>;

/** Whether a text holds one of the wordings. The text is to be short: a few hundred characters. */
export function holds(text: string, cue: Cue): boolean {
  return patterns[cue].test(text);
}

/** Where the first of the wordings stands in a text; `Infinity` where none does. */
export function placeOf(text: string, cue: Cue): number {
  const at = text.search(patterns[cue]);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

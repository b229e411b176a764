/**
 * WeChat's own emoji, those of today and those it has dropped since.
 *
 * Sources, as archived in public repositories:
 * - the names of today, Simplified Chinese, Traditional Chinese and English: the tables that WeChat carries itself, which
 *   are `newemoji-config.xml` and the list of classic emoji in the clients for Windows (4.1) and macOS, `emoji_data.js` of
 *   its article pages, and `@miniprogram-component-plus/emoji` of its mini programs. They differ only where one is older.
 * - the names of other versions: those tables, the web client's slash codes, and what two of three programs know that had
 *   to read the English client of 2015 to 2019: Nevolution's `EmojiMap`, the WeChat side of EH Forwarder Bot, and the
 *   WeChat client of a car.
 *
 * The glyph is ours: the Unicode emoji that looks most like WeChat's picture, so several emoji can share one.
 *
 * Left out: the names that some versions show in place of Unicode emoji, as 干杯 for 🍻. A log holds the character itself.
 */

/** One picture of WeChat's set, and the bracket texts that stand for it. No text stands for two of them. */
export interface Emoji {
  /** The Simplified Chinese text between the brackets, which is what most logs hold. A few are Latin, as `OK`. */
  readonly code: string;
  /** The nearest Unicode emoji; only a likeness, never a replacement. Empty where none is near enough. */
  readonly glyph: string;
  /** The text of today's English client; empty where WeChat's tables have none. */
  readonly english: string;
  /** The text of the Traditional Chinese client; the same as `code` where it does not differ. */
  readonly traditional: string;
  /** The texts of other versions, most of them older; none that stands above, and for most emoji none at all. */
  readonly others: readonly string[];
  /** All of these texts, each once, `code` first. */
  readonly spellings: readonly string[];
}

/** Code, glyph, English, Traditional Chinese; after that the names that other versions of WeChat used. */
type Row = readonly [code: string, glyph: string, english: string, traditional: string, ...others: string[]];

// A new emoji is one more line here; then `npm run generate` carries it to the grammar.
// biome-ignore format: one line an emoji.
const rows: readonly Row[] = [
  ['微笑', '🙂', 'Smile', '微笑'],
  ['撇嘴', '😖', 'Grimace', '撇嘴'],
  ['色', '😍', 'Drool', '色'],
  ['发呆', '😳', 'Scowl', '發呆'],
  ['得意', '😎', 'CoolGuy', '得意', 'Chill'],
  ['流泪', '😢', 'Sob', '流淚'],
  ['害羞', '😊', 'Shy', '害羞'],
  ['闭嘴', '🤐', 'Silent', '閉嘴', 'Shutup'],
  ['睡', '😴', 'Sleep', '睡'],
  ['大哭', '😭', 'Cry', '大哭'],
  ['尴尬', '😬', 'Awkward', '尷尬'],
  ['发怒', '😡', 'Angry', '發怒', 'Pout'],
  ['调皮', '😜', 'Tongue', '調皮', 'Wink'],
  ['呲牙', '😁', 'Grin', '呲牙'],
  ['惊讶', '😮', 'Surprise', '驚訝', 'Surprised'],
  ['难过', '🙁', 'Frown', '難過'],
  ['酷', '😎', 'Ruthless', '酷'],
  // WeChat drew this one anew and called it 囧; in English both are Blush, so they are one here.
  ['囧', '😰', 'Blush', '囧', '冷汗', 'Tension'],
  ['抓狂', '😫', 'Scream', '抓狂'],
  ['吐', '🤮', 'Puke', '吐'],
  ['偷笑', '🤭', 'Chuckle', '偷笑'],
  ['愉快', '☺️', 'Joyful', '愉快', '可爱'],
  ['白眼', '🙄', 'Slight', '白眼'],
  ['傲慢', '😤', 'Smug', '傲慢'],
  ['饥饿', '😋', 'Hungry', '饑餓'],
  ['困', '😪', 'Drowsy', '累'],
  ['惊恐', '😨', 'Panic', '驚恐'],
  ['流汗', '😓', 'Sweat', '流汗'],
  ['憨笑', '😄', 'Laugh', '大笑'],
  ['悠闲', '🪖', 'Commando', '悠閑', 'Loafer', '大兵'],
  ['奋斗', '😣', 'Determined', '奮鬥', 'Strive'],
  ['咒骂', '🤬', 'Scold', '咒罵'],
  ['疑问', '❓', 'Shocked', '疑問', 'Doubt'],
  ['嘘', '🤫', 'Shhh', '噓'],
  ['晕', '😵', 'Dizzy', '暈'],
  ['疯了', '🤯', 'Tormented', '瘋了', '折磨'],
  ['衰', '☹️', 'Toasted', '衰', 'BadLuck'],
  ['骷髅', '💀', 'Skull', '骷髏頭'],
  ['敲打', '🔨', 'Hammer', '敲打'],
  // Drawn anew as well: Wave is the old picture, Bye today's. So is Salute of 抱拳, which was Fight.
  ['再见', '👋', 'Bye', '再見', 'Wave'],
  ['擦汗', '😅', 'Speechless', '擦汗', 'Relief'],
  ['抠鼻', '', 'NosePick', '摳鼻', 'DigNose'],
  ['鼓掌', '👏', 'Clap', '鼓掌'],
  ['糗大了', '😳', 'Shame', '羞辱'],
  ['坏笑', '😏', 'Trick', '壞笑'],
  ['左哼哼', '😤', 'Bah！L', '左哼哼'],
  ['右哼哼', '😤', 'Bah！R', '右哼哼'],
  ['哈欠', '🥱', 'Yawn', '哈欠'],
  ['鄙视', '😒', 'Pooh-pooh', '鄙視', 'Lookdown'],
  ['委屈', '😞', 'Shrunken', '委屈', 'Wronged'],
  ['快哭了', '🥹', 'TearingUp', '快哭了', 'Puling'],
  ['阴险', '😈', 'Sly', '陰險'],
  ['亲亲', '😗', 'Kiss', '親親'],
  ['吓', '😧', 'Wrath', '嚇', 'Uh Oh'],
  ['可怜', '🥺', 'Whimper', '可憐'],
  ['菜刀', '🔪', 'Cleaver', '菜刀'],
  ['西瓜', '🍉', 'Watermelon', '西瓜', 'Melon'],
  ['啤酒', '🍺', 'Beer', '啤酒'],
  ['篮球', '🏀', 'Basketball', '籃球'],
  ['乒乓', '🏓', 'PingPong', '乒乓'],
  ['咖啡', '☕', 'Coffee', '咖啡'],
  ['饭', '🍚', 'Rice', '飯'],
  ['猪头', '🐷', 'Pig', '豬頭'],
  ['玫瑰', '🌹', 'Rose', '玫瑰'],
  ['凋谢', '🥀', 'Wilt', '枯萎'],
  ['嘴唇', '👄', 'Lips', '嘴唇', 'Lip', '示爱'],
  ['爱心', '❤️', 'Heart', '愛心'],
  ['心碎', '💔', 'BrokenHeart', '心碎'],
  ['蛋糕', '🎂', 'Cake', '蛋糕'],
  ['闪电', '⚡', 'Lightning', '閃電'],
  ['炸弹', '💣', 'Bomb', '炸彈'],
  ['刀', '🗡️', 'Dagger', '刀'],
  ['足球', '⚽', 'Soccer', '足球'],
  ['瓢虫', '🐞', 'Ladybug', '甲蟲'],
  ['便便', '💩', 'Poop', '便便'],
  ['月亮', '🌙', 'Moon', '月亮'],
  ['太阳', '🌞', 'Sun', '太陽'],
  ['礼物', '🎁', 'Gift', '禮物'],
  ['拥抱', '🤗', 'Hug', '擁抱'],
  ['强', '👍', 'ThumbsUp', '強', 'Thumbs Up', 'Strong'],
  ['弱', '👎', 'ThumbsDown', '弱', 'Weak'],
  ['握手', '🤝', 'Shake', '握手'],
  ['胜利', '✌️', 'Peace', '勝利', 'Victory'],
  ['抱拳', '🙏', 'Salute', '抱拳', 'Fight'],
  ['勾引', '👆', 'Beckon', '勾引'],
  ['拳头', '✊', 'Fist', '拳頭'],
  ['差劲', '', 'Pinky', '差勁'],
  ['爱你', '🤟', 'RockOn', '愛你', 'Love'],
  ['NO', '☝️', 'Nuh-uh', 'NO'],
  ['OK', '👌', 'OK', 'OK'],
  ['爱情', '💑', 'InLove', '愛情'],
  ['飞吻', '😘', 'Blowkiss', '飛吻'],
  ['跳跳', '💃', 'Waddle', '跳跳'],
  ['发抖', '🥶', 'Tremble', '發抖'],
  ['怄火', '🔥', 'Aaagh!', '噴火'],
  ['转圈', '🌀', 'Twirl', '轉圈'],
  ['磕头', '🙇', 'Kotow', '磕頭'],
  ['回头', '', 'Dramatic', '回頭', 'Lookback'],
  ['跳绳', '', 'JumpRope', '跳繩', 'Jump'],
  ['投降', '🏳️', 'Surrender', '投降', '挥手'],
  ['激动', '🙌', 'Hooray', '激動'],
  ['乱舞', '🕺', 'Meditate', '亂舞', 'HeyHey', '街舞'],
  ['献吻', '💋', 'Smooch', '獻吻'],
  ['左太极', '☯️', 'TaiChi L', '左太極', 'Tai Ji L'],
  ['右太极', '☯️', 'TaiChi R', '右太極', 'Tai Ji R'],
  ['奸笑', '😏', 'Smirk', '奸笑'],
  ['嘿哈', '🤜', 'Hey', '吼嘿'],
  ['捂脸', '🤦', 'Facepalm', '掩面'],
  ['机智', '🤓', 'Smart', '機智'],
  ['茶', '🍵', 'Tea', '茶'],
  ['红包', '🧧', 'Packet', 'Packet'],
  ['蜡烛', '🕯️', 'Candle', '蠟燭'],
  ['耶', '✌️', 'Yeah!', '歐耶'],
  ['皱眉', '😟', 'Concerned', '皺眉', 'Moue'],
  ['鸡', '🐥', 'Chick', '小雞'],
  ['福', '㊗️', 'Blessing', '福'],
  ['發', '🀅', 'Rich', '發'],
  ['小狗', '🐶', 'Pup', '小狗'],
  ['吃瓜', '🍉', 'Onlooker', '吃西瓜'],
  ['加油', '💪', 'GoForIt', '加油'],
  ['汗', '😓', 'Sweats', '汗'],
  ['天啊', '😱', 'OMG', '天啊'],
  ['Emm', '🤔', 'Emm', '一言難盡'],
  ['社会社会', '🫡', 'Respect', '失敬失敬'],
  ['旺柴', '🐕', 'Doge', '旺柴'],
  ['好的', '🙆', 'NoProb', '好的'],
  ['打脸', '🤕', 'MyBad', '打臉'],
  ['哇', '🤩', 'Wow', '哇'],
  ['加油加油', '😷', 'KeepFighting', '加油！'],
  ['翻白眼', '🙄', 'Boring', '翻白眼'],
  ['666', '🤙', 'Awesome', '666'],
  ['让我看看', '🫣', 'LetMeSee', '讓我看看'],
  ['叹气', '😮‍💨', 'Sigh', '嘆息'],
  ['苦涩', '😥', 'Hurt', '難受'],
  ['裂开', '🫠', 'Broken', '崩潰'],
  ['脸红', '😳', 'Flushed', '臉紅'],
  ['笑脸', '😄', 'Happy', '笑臉'],
  ['破涕为笑', '😂', 'Lol', '破涕為笑'],
  ['烟花', '🎆', 'Fireworks', '煙花'],
  ['爆竹', '🧨', 'Firecracker', '爆竹'],
  ['庆祝', '🎉', 'Party', '慶祝'],
  ['恐惧', '😱', 'Terror', '恐懼'],
  ['无语', '😒', 'Duh', '無語'],
  ['失望', '😔', 'Let Down', '失望', 'LetDown'],
  ['生病', '😷', 'Sick', '生病'],
  ['合十', '🙏', 'Worship', '合十'],
  // Unicode emoji that the panel had among its own; WeChat's tables give them no English. Strong, which some versions show
  // for 💪, is 强 between brackets.
  ['吐舌', '😝', '', '吐舌'],
  ['鬼魂', '👻', '', '鬼魂'],
  ['强壮', '💪', '', '強壯'],
];

/** All emoji, about the oldest first: those WeChat began with, in the order it numbers them, then the later ones. */
export const emojis: readonly Emoji[] = rows.map(([code, glyph, english, traditional, ...others]) => ({
  code,
  glyph,
  english,
  traditional,
  others,
  spellings: [...new Set([code, english, traditional, ...others])].filter((spelling) => spelling !== ''),
}));

const bySpelling: ReadonlyMap<string, Emoji> = new Map(
  emojis.flatMap((emoji) => emoji.spellings.map((spelling) => [spelling, emoji] as const)),
);

/**
 * The emoji that a text between brackets stands for, or nothing where WeChat knows no such code. Letter case counts, as
 * it does in WeChat: `[ok]` is three letters in brackets.
 */
export function findEmoji(spelling: string): Emoji | undefined {
  return bySpelling.get(spelling);
}

import assert from 'node:assert/strict';
import { emojis, findEmoji } from '../../../server/src/language/emoji/emoji.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';

/** The emoji of WeChat's panel since 2021, in its order. */
const PANEL = (
  '微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐 偷笑 愉快 白眼 傲慢 困 惊恐 憨笑 悠闲 咒骂 疑问 嘘 晕 衰 骷髅 敲打 ' +
  '再见 擦汗 抠鼻 鼓掌 坏笑 右哼哼 鄙视 委屈 快哭了 阴险 亲亲 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 Emm ' +
  '社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 嘴唇 爱心 心碎 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 OK 合十 啤酒 咖啡 蛋糕 玫瑰 凋谢 菜刀 ' +
  '炸弹 便便 月亮 太阳 庆祝 礼物 红包 發 福 烟花 爆竹 猪头 跳跳 发抖 转圈'
).split(' ');

/** The emoji that are no longer in the panel; WeChat still shows most of them. */
const DROPPED = (
  '酷 饥饿 流汗 奋斗 疯了 糗大了 左哼哼 哈欠 吓 西瓜 篮球 乒乓 饭 闪电 刀 足球 瓢虫 差劲 爱你 NO 爱情 飞吻 怄火 磕头 回头 跳绳 投降 激动 乱舞 献吻 左太极 右太极 ' +
  '茶 蜡烛 鸡 小狗 加油加油 吐舌 鬼魂 强壮'
).split(' ');

/** What the corpus has three times or more between brackets, and is no emoji: the tag in the front matter of chats. */
const NO_EMOJI = ['chat'];

/** No code is longer; what is, is a phrase. */
const LONGEST = 16;

describe('Emoji table', () => {
  it('is the panel of today and what WeChat has dropped', () => {
    const codes = emojis.map(({ code }) => code);
    assert.deepEqual(codes.sort(), [...PANEL, ...DROPPED].sort());
  });

  it('gives each text between brackets to one emoji', () => {
    const seen = new Map<string, string>();
    for (const { code, spellings } of emojis) {
      for (const spelling of spellings) {
        assert.equal(seen.get(spelling), undefined, `[${spelling}] stands for ${seen.get(spelling)} and for ${code}`);
        seen.set(spelling, code);
      }
    }
  });

  it('has names that can stand between brackets', () => {
    for (const { code, traditional, spellings } of emojis) {
      assert.equal(spellings[0], code);
      assert.notEqual(traditional, '', code);
      for (const spelling of spellings) {
        assert.match(spelling, /^[^\s[\]()](?:[^[\]()\n]*[^\s[\]()])?$/, code);
        assert.ok(spelling.length <= LONGEST, spelling);
      }
    }
  });

  it('has an English name for all but three', () => {
    const without = emojis.filter(({ english }) => english === '').map(({ code }) => code);
    assert.deepEqual(without, ['吐舌', '鬼魂', '强壮']);
  });

  it('has one Unicode emoji for each, or none where nothing is near', () => {
    const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
    for (const { code, glyph } of emojis) {
      // No emoji looks like the mahjong tile of 發 but the tile itself, which Unicode has as a plain sign.
      if (glyph === '' || glyph === '🀅') continue;
      assert.match(glyph, /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u, code);
      assert.equal([...segments.segment(glyph)].length, 1, code);
    }
    const without = emojis.filter(({ glyph }) => glyph === '').map(({ code }) => code);
    assert.deepEqual(without, ['抠鼻', '差劲', '回头', '跳绳']);
  });

  it('tells the names of other versions from those of today', () => {
    for (const { code, english, traditional, others } of emojis) {
      for (const other of others) assert.ok(![code, english, traditional].includes(other), `${code}: ${other}`);
    }
    assert.deepEqual(findEmoji('捂脸')?.others, []);
    assert.deepEqual(findEmoji('囧')?.others, ['冷汗', 'Tension']);
  });

  it('finds an emoji by each of its names, and only by them', () => {
    for (const emoji of emojis) {
      for (const spelling of emoji.spellings) assert.equal(findEmoji(spelling), emoji);
    }
    for (const no of ['', '2026', '招商银行', 'ok', 'toString', '[强]']) assert.equal(findEmoji(no), undefined);
  });

  for (const [spelling, code] of [
    ['強', '强'],
    ['ThumbsUp', '强'],
    ['Strong', '强'],
    ['掩面', '捂脸'],
    ['大笑', '憨笑'],
    ['累', '困'],
    ['冷汗', '囧'],
    ['Blush', '囧'],
    ['Wave', '再见'],
    ['Bye', '再见'],
    ['Fight', '抱拳'],
    ['Salute', '抱拳'],
    ['Moue', '皱眉'],
    ['Concerned', '皱眉'],
    ['Sweat', '流汗'],
    ['Sweats', '汗'],
    ['Tongue', '调皮'],
    ['Surprised', '惊讶'],
    ['一言難盡', 'Emm'],
    ['崩潰', '裂开'],
    ['Awesome', '666'],
  ] as const) {
    it(`knows ${spelling} as ${code}`, () => assert.equal(findEmoji(spelling)?.code, code));
  }

  itWithCorpus('knows every code that the corpus has three times', () => {
    const counts = new Map<string, number>();
    for (const { text } of corpusLogs()) {
      // Neither pictures nor links.
      for (const [, code = ''] of text.matchAll(/(?<!!)\[([^[\]\n]+)\](?!\()/g))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const often = [...counts].filter(([code, count]) => count >= 3 && code.length <= LONGEST).map(([code]) => code);
    assert.deepEqual(
      often.filter((code) => !findEmoji(code)),
      NO_EMOJI,
    );
    assert.ok(often.length > 50);
  });
});

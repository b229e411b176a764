import type { Span } from './span.js';

/** Text that was read in another encoding than it was written in, or that lost characters so. */
export interface EncodingDamage extends Span {
  readonly kind: 'lost' | 'lostForGood' | 'utf8AsGbk' | 'utf8AsLatin' | 'gbkAsLatin';
}

/**
 * What the commonest Chinese characters and punctuation become when their UTF-8 is read as GBK. Characters that texts in
 * Simplified or Traditional Chinese hold are left out, so that two side by side, or three close together, prove it.
 */
const MARKERS =
  '紝殑鐨鏀鍙粯鏄鎴槸鍏閲鏉鐢閾鍒搧屽氭鍐銆戞敮鍗屾檽埛笉竴戣閫湁屼戠敓鎵鐜兘篯勫閮鎶婃鍖犳嶅佸勬鍦椾鍝仈紵洃樻鏂悊噾夊晢鏋' +
  '瀺敤欎岃湇岀嬫湪鑳嶆戝鐩鍟佹嗘嗗繖洰鑱戜闄勪鐞忕鎺叕摱笟熷庡闂鍑垜姟庢埌呯勯撴彂鍩熸庝嗕鎹畻斿鎷嶈冨熻鍘撶鍜彲傛垎氱鏁瀯' +
  '箞勭夋勮妧仛呭岄鐪鐐佷瓙夎椂満愭変嬬濈潵傝墠犱笂徃悎忓欏粺堟柟篃亾旀犲綉樼佽疄粨拰鎭祫棴閽湅旇崱湰嗭堜夌閿粡棶礆摗戦竻氶' +
  '鍓鎸湷忔旂笅悗忎渶勶崟帴帉婂鎯紑幇彴庨姩敹鐗皬綘嬩槗惂窞煡噷樿簲冭愬囦枃疂熶鍡綋挶閬堣涘呮闇劯嚭灉憺悓緢炲畾鑸鎻堢楀鐧瑧' +
  '湡簬欑熺嵁搱嗙旈钀楄庣犺曞欓儫鍧涜炵叧洿鏅嚜炴鐖夐闃暟晩漃嵎悕闅滀祦犻粰幓忚偣囨悧嬶彁緱濆綔愪鎼傜囩粬铻瘮栧楋皯侀叆紒鐭';
/** What stands beside them, and elsewhere too: rarer characters, and those of the private use area. */
const COMPANIONS = `${MARKERS}锛浜涓缁璇璁銆鈥€\\ue000-\\uf8ff`;
/** What bytes from 0x80 to 0xBF are in Latin-1 and in Windows-1252. */
const TRAIL = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Those of them that no text in a Western language has behind a letter. */
const RARE_TRAIL =
  '[\\u0080-\\u009f\\u00a1-\\u00a6\\u00aa\\u00ac-\\u00ae\\u00b1-\\u00b3\\u00b5\\u00b6\\u00b9\\u00ba\\u00bc-\\u00bf]';

const DAMAGE = new RegExp(
  [
    '(?<lost>\\ufffd+)',
    '(?<lostForGood>(?:锟斤拷)+|锟斤|斤拷锟)',
    `(?<utf8AsGbk>[${MARKERS}](?:[${COMPANIONS}]+|(?:[^\\x00-\\x7f]{0,4}[${COMPANIONS}]){2}))`,
    `(?<utf8AsLatin>(?:[\\u00e2-\\u00ef]${TRAIL}{2}){2,}|[\\u00e4-\\u00e9]${RARE_TRAIL}{2}|â€${TRAIL}|(?:[ÃÂ]${TRAIL}){2,}|ï»¿)`,
    '(?<gbkAsLatin>[\\u00a1-\\u00fe]{6,})',
  ].join('|'),
  'g',
);
const LATIN_LETTERS = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00fe]/g;

/** The characters that damage can begin with. */
export const damageBeginnings: string = [
  '\ufffd锟斤',
  MARKERS,
  ...Array.from({ length: 0xff - 0xa1 }, (_, i) => String.fromCharCode(0xa1 + i)),
].join('');

/** The first place of a text where its encoding was not kept; `undefined` where nothing shows that. */
export function damageOfEncoding(text: string): EncodingDamage | undefined {
  for (const match of text.matchAll(DAMAGE)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    // A row of dots or degree signs is no text; letters have to be among them.
    if (kind === 'gbkAsLatin' && (match[0].match(LATIN_LETTERS)?.length ?? 0) < 3) continue;
    return { kind: kind as EncodingDamage['kind'], from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}

import { distance } from '../text/distance.js';

/** The keys of front matter that mean something here, in the order in which logs have them. Others are allowed. */
export const knownKeys: readonly string[] = [
  'layout',
  'title',
  'date',
  'author',
  'lines',
  'tag',
  'header-img',
  'talks',
  'speakers',
];

/** Keys whose near misses are looked for; `header-img` is the site's own business. */
const OURS = knownKeys.filter((key) => key !== 'header-img');

/** What people write for a key in Chinese, and words that mean the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  布局: 'layout',
  版式: 'layout',
  模板: 'layout',
  标题: 'title',
  標題: 'title',
  题目: 'title',
  日期: 'date',
  时间: 'date',
  時間: 'date',
  作者: 'author',
  主讲: 'author',
  主讲人: 'author',
  行数: 'lines',
  条数: 'lines',
  消息数: 'lines',
  标签: 'tag',
  標籤: 'tag',
  分享: 'talks',
  发言人: 'speakers',
  發言人: 'speakers',
};

/** Words a letter away from a known key that mean something of their own: keys of Jekyll, and what people note. */
const ORDINARY = new Set([
  'authors',
  'data',
  'files',
  'late',
  'likes',
  'links',
  'rate',
  'tab',
  'tags',
  'tasks',
  'tiles',
  'titles',
]);

/** The known key that a key was meant to be. */
export interface MeantKey {
  readonly key: string;
  /** Whether it is the same word in other letters, or a synonym; else it is a few letters away. */
  readonly sameWord: boolean;
  /** Whether it is also a word that somebody may want to have as a key. */
  readonly ordinary: boolean;
}

/** The known key that `name` was meant to be; `undefined` where it is known itself, or is like none. */
export function meantKey(name: string): MeantKey | undefined {
  if (name.length > 24 || knownKeys.includes(name)) return undefined;
  const word = name
    .normalize('NFKC')
    .replace(/[\s\u200b]/gu, '')
    .toLowerCase();
  const same = OURS.find((key) => key === word) ?? SYNONYMS[word];
  if (same !== undefined) return { key: same, sameWord: true, ordinary: false };
  const near = OURS.find((key) => isNear(word, key));
  return near === undefined ? undefined : { key: near, sameWord: false, ordinary: ORDINARY.has(word) };
}

/** The known key that `name` is or was meant to be. */
export function keyOf(name: string): string | undefined {
  return knownKeys.includes(name) ? name : meantKey(name)?.key;
}

/** Whether a slip of the pen leads from one to the other; longer words may have two. */
function isNear(word: string, key: string): boolean {
  const most = key.length > 5 ? 2 : 1;
  return Math.abs(word.length - key.length) <= most && distance(word, key) <= most;
}

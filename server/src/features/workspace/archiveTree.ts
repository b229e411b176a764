import { type ArchivedLog, message, type TalkSummary } from '../../language/index.js';
import { placeRange } from '../convert.js';
import type { ArchiveContext, WorkspaceFeature } from '../feature.js';
import type { TreeNode } from '../treeNode.js';

/** A talk and the log it is in. */
interface GivenTalk {
  readonly log: ArchivedLog;
  readonly talk: TalkSummary;
  /** `YYYY-MM-DD`; empty where the log's day is not known. */
  readonly day: string;
}

/** The talks of the archive by month, for the side bar, the newest first. */
export const archiveTree: WorkspaceFeature<Record<string, never>, TreeNode[]> = {
  method: 'chatlog/archiveTree',
  capabilities: {},
  nothing: [],
  async answer(_params, context) {
    const talks: GivenTalk[] = [];
    for (const log of (await context.wholeArchive()).logs()) {
      const { day = '', talks: given } = log.summary;
      for (const talk of given) talks.push({ log, talk, day });
    }
    talks.sort((a, b) => b.day.localeCompare(a.day) || (b.talk.start ?? 0) - (a.talk.start ?? 0));
    return [...byMonth(talks)].map(([month, given]) => ({
      label: month === '' ? context.say(message('Day not known')) : month,
      description: String(given.length),
      icon: 'calendar',
      children: given.map((talk) => nodeOf(talk, context)),
    }));
  },
};

function byMonth(talks: readonly GivenTalk[]): ReadonlyMap<string, readonly GivenTalk[]> {
  const months = new Map<string, GivenTalk[]>();
  for (const talk of talks) {
    const month = talk.day.slice(0, 7);
    const given = months.get(month);
    if (given) given.push(talk);
    else months.set(month, [talk]);
  }
  return months;
}

function nodeOf({ log, talk, day }: GivenTalk, { say }: ArchiveContext): TreeNode {
  const { title, speaker, source, place } = talk;
  const presenter = speaker === undefined ? '' : log.people.personOf(speaker);
  const name = title ?? (presenter === '' ? say(message('Talk')) : presenter);
  return {
    label: `${day.slice(5)}  ${name}`.trim(),
    description: source === 'recorded' ? presenter : say(message('{0} (detected)', presenter)),
    icon: 'megaphone',
    target: { uri: log.uri, range: placeRange(place) },
    children: [],
  };
}

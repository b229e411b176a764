import type { WorkspaceFeature } from '../feature.js';

/** A tag of the archive. */
export interface ArchiveTag {
  readonly name: string;
  /** How many entries of all logs have it. */
  readonly entries: number;
}

/** The tags of all logs, those of most entries first. */
export const tags: WorkspaceFeature<Record<string, never>, ArchiveTag[]> = {
  method: 'chatlog/tags',
  capabilities: {},
  nothing: [],
  async answer(_params, context) {
    const counts = new Map<string, number>();
    for (const { summary } of (await context.wholeArchive()).logs()) {
      for (const { name, places } of summary.tags) counts.set(name, (counts.get(name) ?? 0) + places.length);
    }
    return [...counts]
      .map(([name, entries]) => ({ name, entries }))
      .sort((a, b) => b.entries - a.entries || (a.name < b.name ? -1 : 1));
  },
};

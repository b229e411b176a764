import type { Location } from 'vscode-languageserver-protocol';
import { logsByDay } from '../../language/index.js';
import { placeRange } from '../convert.js';
import type { WorkspaceFeature } from '../feature.js';

/** The headers of the entries of all logs that have a tag, by the days of the logs. */
export const entriesWithTag: WorkspaceFeature<{ readonly name: string }, Location[]> = {
  method: 'chatlog/entriesWithTag',
  capabilities: {},
  nothing: [],
  async answer({ name }, context) {
    const found: Location[] = [];
    for (const { uri, summary } of logsByDay(await context.wholeArchive())) {
      const places = summary.tags.find((tag) => tag.name === name)?.places ?? [];
      found.push(...places.map((place) => ({ uri, range: placeRange(place) })));
    }
    return found;
  },
};

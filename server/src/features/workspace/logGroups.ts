import { logGroups as groupsOf, type LogGroup } from '../../language/index.js';
import type { WorkspaceFeature } from '../feature.js';

/** Asks for the groups that logs are kept of. */
export interface LogGroupsParams {
  /** The URI of a file whose folder's groups come first. */
  readonly near?: string;
}

/** The groups that the workspace has logs of, so that one can be chosen for a new log. */
export const logGroups: WorkspaceFeature<LogGroupsParams, readonly LogGroup[]> = {
  method: 'chatlog/logGroups',
  capabilities: {},
  nothing: [],
  async answer({ near }, context) {
    const archive = await context.wholeArchive();
    return groupsOf(
      [...archive.logs()].map(({ uri }) => uri),
      near,
    );
  },
};

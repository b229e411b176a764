import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { say } from '../l10n/l10n.js';
import { message } from '../language/index.js';
import type { IndexProgress } from './archiveIndex.js';

/**
 * Shows how many of so many logs have been read, in a client that can show such things. Nobody waits for the client: one
 * that refuses, or answers when all is done, shows nothing.
 */
export function showIndexProgress(connection: Connection, logs: number): IndexProgress {
  let progress: WorkDoneProgressServerReporter | undefined;
  let finished = false;
  let shown = 0;
  connection.window.createWorkDoneProgress().then(
    (created) => {
      if (finished) return;
      progress = created;
      progress.begin(say(message('Reading the logs of the archive')), 0);
    },
    () => {},
  );
  return {
    report(done) {
      const percentage = Math.floor((done / logs) * 100);
      if (percentage === shown) return;
      shown = percentage;
      progress?.report(percentage, `${done} / ${logs}`);
    },
    done() {
      finished = true;
      progress?.done();
    },
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../../support/built.js';
import { median, megabytes, type Row } from '../row.js';
import { benchFolder } from '../workplace.js';

const MOST = 150e6;

/** The most memory that `chatlog check` ever holds, all its threads together. */
export const checkMemory: Row = {
  name: 'check-memory',
  async measure({ folder, logs, count }) {
    const report = join(folder, 'peak.txt');
    const peaks = [1, 2, 3, 4, 5].map(() => {
      const program = ['--require', join(benchFolder, 'peak.cjs'), built('dist/cli.js'), 'check', '--quiet', logs];
      execFileSync(process.execPath, program, { stdio: 'ignore', env: { ...process.env, PEAK_FILE: report } });
      return Number(readFileSync(report, 'utf8'));
    });
    const peak = median(peaks);
    return [
      {
        work: `check ${count} logs, peak memory`,
        ours: megabytes(peak),
        against: '',
        theirs: '',
        bar: `at most ${megabytes(MOST)}`,
        reached: peak <= MOST,
      },
    ];
  },
};

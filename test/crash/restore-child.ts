// Runs under plain Node: puts a staged workspace in its place, and kills itself at the named point.
import { atFailpoints, type Failpoint } from '../../src-main/database/failpoint.ts';
import { applyRestore, finishRestore } from '../../src-main/features/backups/swap.ts';

const { folder, point, nth, begun } = JSON.parse(process.argv[2] ?? '') as {
  readonly folder: string;
  readonly point: Failpoint;
  /** Which of the times that the point is reached, from 1. */
  readonly nth: number;
  /** An earlier process was killed while it did this. */
  readonly begun: boolean;
};
let seen = 0;
atFailpoints((reached) => {
  if (reached === point && ++seen === nth) process.kill(process.pid, 'SIGKILL');
});
if (begun) finishRestore(folder);
else applyRestore(folder, Date.UTC(2026, 10, 20));

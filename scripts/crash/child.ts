// Runs under plain Node: performs one scenario, and kills itself at the named place. Without one, it counts the places.
import { writeSync } from 'node:fs';
import { atFailpoints, type Failpoint } from '../../src-main/database/failpoint.ts';
import { childTime } from './life.ts';
import { scenarios } from './scenarios.ts';

/** What a child does, and where it dies. */
export interface Task {
  readonly folder: string;
  readonly scenario: string;
  readonly point?: Failpoint;
  /** On which occasion of reaching the place, from 1. */
  readonly nth?: number;
}

const { folder, scenario, point, nth } = JSON.parse(process.argv[2] ?? '') as Task;
const seen: Partial<Record<Failpoint, number>> = {};
atFailpoints((reached) => {
  seen[reached] = (seen[reached] ?? 0) + 1;
  if (reached === point && seen[reached] === nth) process.kill(process.pid, 'SIGKILL');
});
await scenarios[scenario]?.act(folder, childTime);
writeSync(1, JSON.stringify(seen));

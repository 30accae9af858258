import { readdirSync, readFileSync } from 'node:fs';

/** The process and all that came of it. */
function family(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/**
 * What a process and its children hold in memory, in megabytes. Pages that several share are counted once (the
 * proportional set size of Linux), else each process would count Chromium's code anew.
 */
export const residentMegabytes = (pid: number): number =>
  family(pid)
    .map((one) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes / 1024, 0);

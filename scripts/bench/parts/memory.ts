import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

const pageBytes = 4096;

/** The process and all its descendants. */
function family(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/**
 * The memory of a process and its children, in megabytes. What several of them share is counted once; otherwise each would
 * count Chromium's code again. It is counted in full even if an unrelated process shares it, such as another Electron that
 * happens to run: Linux itself would attribute half of it to that one.
 */
export function residentMegabytes(pid: number): number {
  const all = family(pid);
  const pages = new Set<string>();
  for (const one of all) for (const page of filePages(one)) pages.add(page);
  const own = all.reduce((sum, one) => sum + ownBytes(one), 0);
  return (own + pages.size * pageBytes) / 2 ** 20;
}

/** Memory not backed by files, as Linux divides it among the processes that share it. */
function ownBytes(pid: number): number {
  const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return [...told.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gm)].reduce((sum, [, kB]) => sum + Number(kB) * 1024, 0);
}

/** The unmodified file pages in its memory, each as file and position. */
function* filePages(pid: number): Generator<string> {
  const pagemap = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, until, offset, file] =
        /^(\w+)-(\w+) \S+ (\w+) (\S+ [1-9]\d*) +\/(?!memfd:|dev\/shm|SYSV)/.exec(line) ?? [];
      if (!file) continue;
      const [first, last] = [Number(`0x${from}`) / pageBytes, Number(`0x${until}`) / pageBytes];
      const entries = Buffer.alloc((last - first) * 8);
      readSync(pagemap, entries, 0, entries.length, first * 8);
      for (let n = 0; n < last - first; n++) {
        const flags = entries.readUInt8(n * 8 + 7);
        // in memory, and not a modified copy
        if (flags & 0x80 && flags & 0x20) yield `${file} ${Number(`0x${offset}`) / pageBytes + n}`;
      }
    }
  } finally {
    closeSync(pagemap);
  }
}

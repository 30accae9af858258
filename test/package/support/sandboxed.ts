import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly parent: number;
  readonly words: readonly string[];
  /** Whether the kernel lets it call only what it was allowed to (`Seccomp: 2`). */
  readonly filtered: boolean;
}

function look(pid: string): readonly [number, Process][] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    return [[Number(pid), { parent, words, filtered: /^Seccomp:\s+2$/m.test(status) }]];
  } catch {
    return []; // it has ended
  }
}

/** A process and all that it started. */
export function family(root: number): readonly Process[] {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(look),
  );
  const belongs = (pid: number): boolean => {
    const found = all.get(pid);
    return pid === root || (found !== undefined && found.parent > 0 && belongs(found.parent));
  };
  return [...all].flatMap(([pid, found]) => (belongs(pid) ? [found] : []));
}

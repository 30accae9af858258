import type { Work } from '#contract/shell.ts';

/** Long work from its beginning to its end. */
export interface Ongoing {
  readonly at: (done: number) => void;
  /** A failure is shown until somebody looks. */
  readonly end: (failed?: boolean) => void;
}

/**
 * All long work of the page, whatever it is and however much of it there is at once.
 * @param tell is given all of it after each change
 * @param isLookedAt whether somebody works in the window, who sees a failure there
 */
export function createWorks(tell: (works: readonly Work[]) => void, isLookedAt: () => boolean) {
  const works = new Map<string, Work>();
  let last = 0;
  const change = (key: string, work: Work | undefined) => {
    if (work) works.set(key, work);
    else if (!works.delete(key)) return;
    tell([...works.values()]);
  };
  const set = (key: string, work: Work | undefined) =>
    change(key, work?.state === 'failed' && isLookedAt() ? undefined : work);
  return {
    /** Shows the work of this name as it is now, or no longer. */
    set,
    /** @param total of how many; null where nobody knows */
    begin(total: number | null): Ongoing {
      const key = `work ${++last}`;
      let done = 0;
      const show = (state: Work['state']) => set(key, { done, total, state });
      show('running');
      return {
        at(now) {
          done = now;
          show('running');
        },
        end: (failed = false) => (failed ? show('failed') : set(key, undefined)),
      };
    },
    /** Somebody looks at the window: what failed is seen. */
    seen() {
      for (const [key, { state }] of works) if (state === 'failed') change(key, undefined);
    },
  };
}

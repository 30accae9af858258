import type { Work } from '#contract/shell.ts';

/** A piece of long work, from beginning to end. */
export interface Ongoing {
  readonly at: (done: number) => void;
  /** A failure is shown until somebody looks. */
  readonly end: (failed?: boolean) => void;
}

/**
 * All long work of the page, of whatever kind and however much at once.
 * @param tell gets all of it after each change
 * @param isLookedAt whether somebody is working in the window and sees a failure there
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
    /** Shows the work of this name as it is now; undefined removes it. */
    set,
    /** @param total of how many; null if unknown */
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
    /** Somebody is looking at the window, and has seen what failed. */
    seen() {
      for (const [key, { state }] of works) if (state === 'failed') change(key, undefined);
    },
  };
}

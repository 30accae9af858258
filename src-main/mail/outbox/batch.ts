interface Entry<T, R> {
  readonly item: T;
  readonly resolve: (answer: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what comes within a short time, or while the last flush is running, into one flush, so that one transaction with
 * its write to disk serves many.
 * @param flush answers for each item in order; when it fails, all its items get the error
 * @param patience how many milliseconds an item may wait for others
 */
export function createBatch<T, R>(
  flush: (items: readonly T[]) => Promise<readonly R[]>,
  patience: (item: T) => number = () => 1,
): (item: T) => Promise<R> {
  let waiting: Entry<T, R>[] = [];
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;

  const run = async () => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    running = true;
    while (waiting.length > 0) {
      const entries = waiting;
      waiting = [];
      try {
        const answers = await flush(entries.map((e) => e.item));
        for (const [i, e] of entries.entries()) e.resolve(answers[i] as R);
      } catch (error) {
        for (const e of entries) e.reject(error);
      }
      // one turn of the event loop, so that what came meanwhile goes together
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = false;
  };

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      const wanted = performance.now() + patience(item);
      if (running || wanted >= due) return;
      clearTimeout(timer);
      due = wanted;
      // a timer takes at least a millisecond
      if (patience(item) > 0) timer = setTimeout(() => void run(), patience(item));
      else setImmediate(() => void run());
    });
}

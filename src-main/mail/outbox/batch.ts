/**
 * Gathers what arrives while the last flush is under way into the next one: one transaction with its write to disk then
 * serves many.
 * @param flush answers for each item in order; when it fails, everybody who waits gets its error
 */
export function createBatch<T, R>(flush: (items: readonly T[]) => Promise<readonly R[]>): (item: T) => Promise<R> {
  interface Entry {
    readonly item: T;
    readonly resolve: (answer: R) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Entry[] = [];
  let running = false;
  const run = async () => {
    running = true;
    // one turn of the loop, so that what comes together goes together
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const entries = waiting;
      waiting = [];
      try {
        const answers = await flush(entries.map((e) => e.item));
        entries.forEach((e, i) => {
          e.resolve(answers[i] as R);
        });
      } catch (error) {
        for (const e of entries) e.reject(error);
      }
    }
    running = false;
  };
  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}

/** Closes what was opened, in the reverse order. */
export function createClosers() {
  const closers: (() => unknown)[] = [];
  return {
    add: (...more: readonly (() => unknown)[]) => void closers.push(...more),
    /** Closes each of them once. */
    async close(): Promise<void> {
      for (const closer of closers.splice(0).reverse()) await closer();
    },
  };
}

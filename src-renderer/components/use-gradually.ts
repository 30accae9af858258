import { startTransition, useDeferredValue, useEffect, useState } from 'react';

/** As many rows as a large window shows. */
const inSight = 18;

/**
 * The rows of a list as they are drawn: what is in sight at once, the others while nothing else waits, so that a list never
 * holds up the window. Later rows take the place of these when all of them are ready.
 */
export function useGradually<R>(rows: readonly R[] | undefined): readonly R[] | undefined {
  const drawn = useDeferredValue(rows);
  const [all, setAll] = useState(false);
  const begun = drawn !== undefined;
  useEffect(() => {
    if (begun) startTransition(() => setAll(true));
  }, [begun]);
  return all ? drawn : drawn?.slice(0, inSight);
}

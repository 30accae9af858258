import { startTransition, useDeferredValue, useEffect, useState } from 'react';

/** As many rows as a large window shows. Styling and laying out more of them in one go would take too long. */
const inSight = 18;
/** How long, in ms, the next rows wait at most for an idle moment. */
const patience = 200;

/**
 * The rows of a list to draw so far: those in sight at once, the others bit by bit while the window is idle, so that a
 * list never holds it up.
 */
export function useGradually<R>(rows: readonly R[] | undefined): readonly R[] | undefined {
  const drawn = useDeferredValue(rows);
  const [upTo, setUpTo] = useState(inSight);
  const more = drawn !== undefined && drawn.length > upTo;
  useEffect(() => {
    if (!more) return;
    const waiting = requestIdleCallback(() => startTransition(() => setUpTo(upTo + inSight)), { timeout: patience });
    return () => cancelIdleCallback(waiting);
  }, [more, upTo]);
  return more ? drawn.slice(0, upTo) : drawn;
}

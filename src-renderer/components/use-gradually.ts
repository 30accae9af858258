import { startTransition, useDeferredValue, useEffect, useState } from 'react';

/** As many rows as a large window shows. More of them in one go would be styled and laid out for too long. */
const inSight = 18;
/** Milliseconds that the next rows wait at most for a moment without work. */
const patience = 200;

/**
 * The rows of a list as they are drawn: what is in sight at once, the others by and by while nothing else waits, so that a
 * list never holds up the window.
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

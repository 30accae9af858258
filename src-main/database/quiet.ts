import type Database from 'better-sqlite3';

/** Queries are counted in spans of this length, in milliseconds. */
export const span = 2000;
/** Pages that only check whether something became due make fewer queries than this in a span; somebody at work makes more. */
const few = 40;

/**
 * Makes a connection release its cached pages once few queries come. The system caches the file anyway: the next list takes
 * a millisecond to read its pages again.
 * @returns to be called for each query
 */
export function letsGoWhenQuiet(connection: Database.Database): () => void {
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(look, span);
    timer.unref();
  };
  const look = () => {
    const quiet = asked < few;
    asked = 0;
    timer = undefined;
    if (!connection.open) return;
    if (quiet) connection.pragma('shrink_memory');
    else wait();
  };
  return () => {
    asked++;
    if (!timer) wait();
  };
}

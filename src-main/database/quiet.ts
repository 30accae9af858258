import type Database from 'better-sqlite3';

/** Questions are counted in spans of this length. */
export const span = 2000;
/** Pages that only look whether something became due meanwhile ask less than this in a span; one who turns pages asks more. */
const few = 40;

/**
 * Has a connection let go of its pages once little is asked. They are copies of what the system keeps of the file anyway: the
 * next list takes a millisecond to read its own anew.
 * @returns to be called at each question
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

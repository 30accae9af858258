import { hold, letGo } from './held.ts';

type Ask = (proceed: () => void) => void;

/** A page may have several forms, each with changes of its own. */
const asks: Ask[] = [];

/**
 * Registers a question to put to the person before a link leads away from unsaved changes.
 * @returns how to withdraw it
 */
export function askBeforeLeaving(question: Ask): () => void {
  asks.push(question);
  hold(question);
  return () => {
    const place = asks.indexOf(question);
    if (place >= 0) asks.splice(place, 1);
    letGo(question);
  };
}

/** Whether somebody has to agree before the page is left. */
export const isHeld = (): boolean => asks.length > 0;

/** Goes on at once, or when the person agrees to leave. */
export function whenFreeToLeave(proceed: () => void): void {
  const ask = asks.at(-1);
  if (ask) ask(proceed);
  else proceed();
}

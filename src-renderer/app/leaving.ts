type Ask = (proceed: () => void) => void;

let ask: Ask | undefined;

/** Has the person asked before a link leads away from what is not saved; answers with how to end that. */
export function askBeforeLeaving(question: Ask): () => void {
  ask = question;
  return () => {
    if (ask === question) ask = undefined;
  };
}

/** Goes on at once, or when the person agrees to leave. */
export function whenFreeToLeave(proceed: () => void): void {
  if (ask) ask(proceed);
  else proceed();
}

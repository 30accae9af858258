/**
 * A text that the page's message holds; anything else is the empty text, which names nothing. Never `String(…)`: an object
 * of the page may have a `toString` that is no function, and the error of that would end the main process.
 */
export const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

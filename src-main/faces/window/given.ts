/**
 * A text from a message of the page; anything else is the empty text, which names nothing. Never `String(…)`: an object from
 * the page may have a `toString` that is no function, and that error would end the main process.
 */
export const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

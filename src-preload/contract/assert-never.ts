/** Ends a switch over a union: the compiler refuses a forgotten case, and data from outside fails loudly. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${typeof value === 'string' ? value : typeof value}`);
}

/** The most that one call takes. Reports are small: anything larger is refused before it is read. */
export const bounceLimits = {
  /** Messages in one call. */
  files: 200,
  /** One message, in bytes. */
  size: 1024 * 1024,
  /** All messages of a call, in bytes. */
  total: 20 * 1024 * 1024,
  /** The pasted text, in UTF-16 units. */
  text: 1_000_000,
  /** Recipients in one call: one transaction each. */
  lines: 5000,
} as const;

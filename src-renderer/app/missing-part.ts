const missing = new WeakSet<object>();

/** Notes which errors are of a file of the page that could not be read. Call once. */
export const noticeMissingParts = (): void =>
  window.addEventListener('vite:preloadError', ({ payload }) => void missing.add(payload));

/** Whether it was thrown because a file of the page is gone; asked for again, it is the same error. */
export const isMissingPart = (error: unknown): boolean => error instanceof Error && missing.has(error);

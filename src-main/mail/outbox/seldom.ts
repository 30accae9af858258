const aWhile = 60_000;

/**
 * Passes an error on, but the same one again only after a minute: otherwise a full disk, met twice a second, would fill the
 * log.
 * @param now milliseconds of a clock that nobody can set
 */
export function seldom(report: (error: unknown) => void, now = () => performance.now()): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const at = now();
    for (const [text, before] of told) if (at - before >= aWhile) told.delete(text);
    const text = String(error);
    if (told.has(text)) return;
    told.set(text, at);
    report(error);
  };
}

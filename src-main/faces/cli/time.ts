import { wrongUse } from './usage.ts';

/** A day, a time of day, and perhaps a zone. */
const shape = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The instant of `2026-12-01 08:00` (in this computer's time zone) or `2026-12-01T08:00Z`, in milliseconds since 1970.
 * @throws GatehouseError `usage`
 */
export function asInstant(text: string): number {
  const [, day] = shape.exec(text) ?? [];
  const at = day && isDay(day) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at)) throw wrongUse('bad-time', `--at ${text.slice(0, 80)}`);
  return at;
}

/** JavaScript takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

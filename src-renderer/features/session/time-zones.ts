export interface Zone {
  readonly value: string;
  readonly label: string;
}

/** `Europe/Amsterdam (UTC+1)`: the offset is today's. A zone unknown to this computer shows only its name. */
function zoneOf(value: string): Zone {
  const name = value.replaceAll('_', ' ');
  const offset = offsetOf(value);
  return { value, label: offset === undefined || name === offset ? name : `${name} (${offset})` };
}

function offsetOf(timeZone: string): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC');
  } catch {
    return undefined;
  }
}

/** The time zone of this computer. */
export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How many zones are read at once: each takes a while, and there are hundreds. */
const atOnce = 20;

/** All zones that this computer knows; its own and UTC are always among them. The window does not wait for them. */
export async function readTimeZones(): Promise<readonly Zone[]> {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'Etc/UTC', ownTimeZone()]);
  const zones: Zone[] = [];
  for (const name of [...names].sort()) {
    if (zones.length % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
    zones.push(zoneOf(name));
  }
  return zones;
}

/** The zones to choose from, including the chosen one whether this computer knows it or not. */
export const withZone = (zones: readonly Zone[], chosen: string): Zone[] =>
  zones.some(({ value }) => value === chosen) ? [...zones] : [zoneOf(chosen), ...zones];

/** `Europe/Amsterdam (UTC+1)`: the offset is today's. */
function withOffset(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts();
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
  const name = zone.replaceAll('_', ' ');
  return name === offset ? name : `${name} (${offset})`;
}

/** The time zone of this computer. */
export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** All zones that this computer knows, for a list to choose from; its own and UTC are always among them. */
export function timeZones(): readonly { readonly value: string; readonly label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'Etc/UTC', ownTimeZone()]);
  return [...zones].sort().map((value) => ({ value, label: withOffset(value) }));
}

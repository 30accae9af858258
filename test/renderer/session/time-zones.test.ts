import { expect, it } from 'vitest';
import { ownTimeZone, readTimeZones, withZone } from '../../../src-renderer/features/session/time-zones.ts';

it('reads every zone once with today’s offset, always with UTC and the zone of this computer', async () => {
  const zones = await readTimeZones();
  const values = zones.map(({ value }) => value);
  expect(values).toEqual([...new Set(values)].sort());
  expect(values).toEqual(expect.arrayContaining([...Intl.supportedValuesOf('timeZone'), 'Etc/UTC', ownTimeZone()]));
  expect(zones.find(({ value }) => value === 'America/New_York')?.label).toMatch(/^America\/New York \(UTC-[45]\)$/);
  expect(withZone(zones, 'America/New_York')).toEqual(zones);
});

it('includes the chosen zone before the list is read, even one that this computer does not know', () => {
  expect(withZone([], 'Asia/Tokyo')).toEqual([{ value: 'Asia/Tokyo', label: 'Asia/Tokyo (UTC+9)' }]);
  expect(withZone([], 'Mars/Olympus_Mons')).toEqual([{ value: 'Mars/Olympus_Mons', label: 'Mars/Olympus Mons' }]);
});

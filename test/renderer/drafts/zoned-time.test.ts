import { describe, expect, it } from 'vitest';
import { fromField, proposed, toField } from '../../../src-renderer/features/drafts/zoned-time.ts';

const amsterdam = 'Europe/Amsterdam';
const at = (iso: string) => Date.parse(iso);

describe('a field of date and time', () => {
  it.each([
    [amsterdam, '2026-11-27T09:00', '2026-11-27T08:00:00Z'],
    [amsterdam, '2026-07-27T09:00', '2026-07-27T07:00:00Z'],
    ['America/Los_Angeles', '2026-12-31T23:30', '2027-01-01T07:30:00Z'],
    ['Asia/Kolkata', '2026-11-27T00:15', '2026-11-26T18:45:00Z'],
    ['Pacific/Apia', '2026-11-27T09:00', '2026-11-26T20:00:00Z'],
    ['Etc/UTC', '2026-11-27T09:00', '2026-11-27T09:00:00Z'],
  ])('is in the zone of the organization: %s %s', (zone, field, instant) => {
    expect(fromField(field, zone)).toBe(at(instant));
    expect(toField(at(instant), zone)).toBe(field);
  });

  it('means the first of an hour that comes twice, and an hour later for one that is skipped', () => {
    expect(fromField('2026-10-25T02:30', amsterdam)).toBe(at('2026-10-25T00:30:00Z'));
    expect(fromField('2026-03-29T02:30', amsterdam)).toBe(at('2026-03-29T01:30:00Z'));
    expect(toField(at('2026-03-29T01:30:00Z'), amsterdam)).toBe('2026-03-29T03:30');
  });

  it('gives no time unless it is filled in completely', () => {
    for (const field of ['', '2026-11-27', 'soon', '2026-13-40T09:00'])
      expect(fromField(field, amsterdam)).toBeUndefined();
  });

  it('starts with a full hour that is not too near', () => {
    expect(proposed(at('2026-11-27T08:20:00Z'))).toBe(at('2026-11-27T09:00:00Z'));
    expect(proposed(at('2026-11-27T08:40:00Z'))).toBe(at('2026-11-27T10:00:00Z'));
  });
});

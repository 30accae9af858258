import { expect, test } from 'vitest';
import { messagesIn } from '#contract/messages/index.ts';
import {
  accessState,
  hasEnded,
  lastDayInWords,
  leftInWords,
  renewedLastDay,
} from '../../../src-renderer/features/guests/time-left.ts';

const words = messagesIn('en').desktop.time;
const zone = 'Europe/Amsterdam';
/** The midnight at which 30 May 2026 ends in Amsterdam. */
const endsAt = Date.parse('2026-05-31T00:00:00+02:00');
const stateAt = (now: string, noticeDays = 14) => accessState(endsAt, Date.parse(now), zone, noticeDays);

test('before the guest accepts, access has no end', () => {
  expect(accessState(null, Date.now(), zone, 14)).toEqual({ kind: 'not-started' });
});

test('the last day is the one before the midnight at which access ends', () => {
  expect(lastDayInWords(endsAt, zone, words)).toBe('30 May 2026');
});

test('days follow the calendar of the organization’s zone, and the last day is given in hours', () => {
  expect(stateAt('2026-05-28T23:59:00+02:00')).toMatchObject({ kind: 'running', days: 2 });
  expect(stateAt('2026-05-29T00:00:00+02:00')).toMatchObject({ kind: 'running', days: 1 });
  const last = stateAt('2026-05-30T18:20:00+02:00');
  expect(last).toMatchObject({ kind: 'running', days: 0 });
  expect(last.kind === 'running' && leftInWords(last, words)).toBe('5 h 40 min');
  const before = stateAt('2026-05-28T09:00:00+02:00');
  expect(before.kind === 'running' && leftInWords(before, words)).toBe('2 days');
});

test('access ends at the very instant, not before it', () => {
  expect(accessState(endsAt, endsAt - 1, zone, 14).kind).toBe('running');
  expect(accessState(endsAt, endsAt, zone, 14).kind).toBe('ended');
});

test('the end is soon from the first minute of the day that is as far from the last one as the notice says', () => {
  expect(stateAt('2026-05-15T23:59:59+02:00')).toMatchObject({ soon: false });
  expect(stateAt('2026-05-16T00:00:00+02:00')).toMatchObject({ soon: true });
  expect(stateAt('2026-05-29T12:00:00+02:00', 1)).toMatchObject({ soon: true });
  expect(stateAt('2026-05-28T12:00:00+02:00', 1)).toMatchObject({ soon: false });
});

test('a renewal counts calendar days, also across a change of the clocks', () => {
  expect(renewedLastDay(Date.parse('2026-03-01T23:30:00+01:00'), 90, words, zone)).toBe('30 May 2026');
  expect(renewedLastDay(Date.parse('2026-10-20T00:10:00+02:00'), 7, words, zone)).toBe('27 Oct 2026');
  expect(renewedLastDay(Date.parse('2026-03-01T23:30:00Z'), 90, words, 'Pacific/Auckland')).toBe('31 May 2026');
});

test('when a link expires unaccepted, no access has ended', () => {
  const guest = { days: 90, endsAt: null, sponsor: null, mayInviteGuests: false };
  expect(hasEnded({ status: 'expired', guest })).toBe(false);
  expect(hasEnded({ status: 'expired', guest: { ...guest, endsAt } })).toBe(true);
  expect(hasEnded({ status: 'active', guest: { ...guest, endsAt } })).toBe(false);
  expect(hasEnded({ status: 'expired', guest: null })).toBe(false);
});

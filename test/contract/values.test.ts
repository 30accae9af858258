import { expect, test } from 'vitest';
import { domain, guestDays } from '#contract/values.ts';
import { isDomain, isGuestPeriod } from '#contract/vocabulary/values.ts';

test('the page, which has no schemas, accepts the domains that the contract accepts', () => {
  const label = 'a'.repeat(63);
  const longest = `${label}.${label}.${label}.${'b'.repeat(61)}`;
  const good = ['partner.example', ' Partner.Example ', 'bücher.example', 'a-b.example', longest];
  const bad = ['', 'example', '-a.example', 'a-.example', 'a..example', 'a b.example', '@a.example', `${longest}b`];
  for (const text of [...good, ...bad]) {
    expect(isDomain(text), text).toBe(good.includes(text));
    expect(domain.safeParse(text).success, text).toBe(good.includes(text));
  }
});

test('and the periods for guests that the contract accepts', () => {
  for (const days of [1, 90, 730, 0, -1, 731, 1.5, Number.NaN, '', '90']) {
    const fits = [1, 90, 730].includes(days as number);
    expect(isGuestPeriod(days), String(days)).toBe(fits);
    expect(guestDays.safeParse(days).success, String(days)).toBe(fits);
  }
});

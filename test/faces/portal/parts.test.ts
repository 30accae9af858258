import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateAndTime, dateOnly } from '../../../src-main/faces/portal/dates.ts';
import { text, typedIn } from '../../../src-main/faces/portal/form.ts';
import { html, toText } from '../../../src-main/faces/portal/html.ts';
import { chooseLanguage, hintedCountry } from '../../../src-main/faces/portal/language.ts';
import { initials } from '../../../src-main/faces/portal/page.ts';

it('lets no typed text become markup, in a text or in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '/') }), (typed) => {
      const [, attribute = '', inside = ''] =
        /^<i title="([^"]*)">([^<]*)<\/i>$/.exec(toText(html`<i title="${typed}">${typed}</i>`)) ?? [];
      const back = (s: string) =>
        s
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
      expect([back(attribute), back(inside)]).toEqual([typed, typed]);
    }),
  );
});

it('renders the parts of a template: nothing for what is left out, lists one after the other', () => {
  expect(toText(html`${null}${undefined}${false}${0}${['a', html`<b>${'<'}</b>`]}`)).toBe('0a<b>&lt;</b>');
  const forged = { toString: () => '<script>' } as unknown as string;
  expect(() => toText(html`${forged}`)).toThrow();
});

it.each([
  ['Halden Logistics', 'HL'],
  ['Kaiyo Shipping and Cold Storage', 'KS'],
  ['Ørsted', 'Ø'],
  ['“Quoted” & Sons', 'QS'],
  ['e\u0301cole', 'E\u0301'],
  ['日本 株式会社', '日株'],
  ['🚀 …', ''],
  ['', ''],
])('marks %s with %s', (name, mark) => expect(initials(name)).toBe(mark));

it.each([
  [undefined, 'en', undefined],
  ['en-IE,en;q=0.9', 'en', 'IE'],
  ['de-AT;q=0.8, xx-YY;q=0', 'de', 'AT'],
  ['fr, de-CH;q=0.5', 'de', 'CH'],
  ['fr, en;q=0.5, de;q=0.4', 'en', undefined],
  ['zh-Hant-TW', 'en', 'TW'],
  ['constructor, __proto__', 'en', undefined],
  [','.repeat(5000), 'en', undefined],
])('reads the languages %s', (accepted, lang, country) => {
  expect([chooseLanguage(accepted), hintedCountry(accepted)]).toEqual([lang, country]);
});

it('gives an instant in the zone of the organization and names the zone', () => {
  const at = Date.UTC(2026, 10, 24, 12, 2);
  expect(dateAndTime('en', at, 'Europe/Amsterdam')).toBe('Tue 24 Nov 2026, 13:02 CET');
  expect(dateAndTime('en', Date.UTC(2026, 10, 24, 23, 30), 'Europe/Amsterdam')).toBe('Wed 25 Nov 2026, 00:30 CET');
  expect(dateAndTime('en', at, 'Etc/UTC')).toBe('Tue 24 Nov 2026, 12:02 UTC');
  expect(dateOnly('en', at, 'Asia/Tokyo')).toBe('Tue 24 Nov 2026');
});

it('writes an instant the way the language does', () => {
  const at = Date.UTC(2026, 10, 24, 12, 2);
  expect(dateAndTime('de', at, 'Europe/Amsterdam')).toBe('Di., 24. Nov. 2026, 13:02 MEZ');
  expect(dateOnly('de', at, 'Asia/Tokyo')).toBe('Di., 24. Nov. 2026');
});

it('reads only plain fields of a form', () => {
  expect(text({ a: 'x', b: ['y', 'z'] }, 'a')).toBe('x');
  expect(text({ b: ['y', 'z'] }, 'b')).toBe('');
  expect(text(undefined, 'a')).toBe('');
  expect(text({}, 'constructor')).toBe('');
  expect(typedIn({ firstName: 'a'.repeat(5000) }).firstName).toHaveLength(200);
});

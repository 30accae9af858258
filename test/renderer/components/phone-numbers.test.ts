import { describe, expect, test } from 'vitest';
import {
  dialCountries,
  dialLabel,
  findCountries,
  ownCountry,
  phoneInWords,
  readPhone,
  splitPhone,
} from '../../../src-renderer/components/phone-numbers.ts';

const countries = dialCountries('en');
const found = (search: string) => findCountries(countries, search).map(dialLabel);

describe('the countries of phone numbers', () => {
  test('have a name and a dial code, in the order of their names', () => {
    expect(countries).toContainEqual({ code: 'NL', name: 'Netherlands', dial: '31' });
    expect(countries.length).toBeGreaterThan(200);
    const names = countries.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
  });

  test('are listed by name, with the dial code beside it', () => {
    const labels = countries.map(dialLabel);
    expect(labels).toContain('Netherlands (+31)');
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en')));
  });

  test('are found by part of the name, whatever its case and accents', () => {
    expect(found('nether')).toContain('Netherlands (+31)');
    expect(found('COTE d')).toContain('Côte d’Ivoire (+225)');
  });

  test('are found by their label', () => {
    expect(found('netherlands (+3')).toEqual(['Netherlands (+31)']);
  });

  test.each(['31', '+31', '0031'])('are found by their dial code, typed as %s', (typed) => {
    expect(found(typed)).toEqual(['Netherlands (+31)']);
  });

  test('that match exactly come before those that only begin so', () => {
    expect(found('4')[0]).toMatch(/\(\+4/);
    expect(found('nl')[0]).toBe('Netherlands (+31)');
  });

  test('that do not exist are not found, and an empty search finds all', () => {
    expect(found('Atlantis')).toEqual([]);
    expect(found('  ')).toHaveLength(countries.length);
  });

  test('the first guess is the country of the language', () => {
    expect(ownCountry('de-AT')).toBe('AT');
    expect(ownCountry('nl')).toBe('NL');
  });
});

describe('a phone number', () => {
  test('is read with a country, or with a plus sign and no country', () => {
    expect(readPhone({ phone: '010 555 0142', country: 'NL' })).toMatchObject({
      number: '+31105550142',
      shown: '+31 10 555 0142',
    });
    expect(readPhone({ phone: '+31 10 555 0142', country: '' })).toMatchObject({ number: '+31105550142' });
  });

  test('with + brings its own country', () => {
    expect(readPhone({ phone: '020 794 1234', country: 'NL' })).toEqual({
      number: '+31207941234',
      shown: '+31 20 794 1234',
      country: 'NL',
    });
    expect(readPhone({ phone: '+44 20 7946 0958', country: 'NL' })).toMatchObject({ country: 'GB' });
  });

  test('may be left out, even with a country chosen', () => {
    expect(readPhone({ phone: '  ', country: 'NL' })).toBeUndefined();
  });

  test('without a country asks for one; with one it is refused if it cannot be a number there', () => {
    expect(readPhone({ phone: '010 555 0142', country: '' })).toBe('country-needed');
    expect(readPhone({ phone: '020 794 1234', country: '??' })).toBe('country-needed');
    for (const phone of ['12', 'call me', '+31', '+31 1', '0000000000000000', '0105550142010555014201055501420']) {
      expect(readPhone({ phone, country: 'NL' }), phone).toBe('not-a-phone-number');
    }
  });

  test('that is stored comes back as country and national number, and reads the same again', () => {
    const typed = splitPhone('+31207941234');
    expect(typed).toEqual({ country: 'NL', phone: '020 794 1234' });
    expect(readPhone(typed)).toMatchObject({ shown: '+31 20 794 1234' });
  });

  test('that is stored is shown as people write it, or as it is if it cannot be read', () => {
    expect(phoneInWords('+31105550188')).toBe('+31 10 555 0188');
    expect(phoneInWords('+999')).toBe('+999');
  });
});

import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { words } from '../app/words.ts';
import { type DialCountry, dialCountries, dialLabel, findCountries } from './phone-numbers.ts';

interface CountrySelectProps {
  readonly label: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly value: string;
  readonly onChange: (country: string) => void;
  /** It may be left empty, and emptied again. */
  readonly optional?: boolean;
  readonly error?: string | undefined;
}

const optionOf = (country: DialCountry) => ({ value: country.code as string, label: dialLabel(country) });

/** The country of a phone number, found by name or by dial code. */
export function CountrySelect({ label, value, onChange, optional = false, error }: CountrySelectProps) {
  const countries = useMemo(() => dialCountries(words.format.locale), []);
  const data = useMemo(() => countries.map(optionOf), [countries]);
  return (
    <Select
      label={label}
      placeholder={optional ? words.common.optional : undefined}
      data={data}
      value={value === '' ? null : value}
      onChange={(country) => onChange(country ?? '')}
      searchable
      clearable={optional}
      allowDeselect={optional}
      error={error}
      nothingFoundMessage={words.profile.phone.noCountry}
      maxDropdownHeight={240}
      filter={({ search }) => findCountries(countries, search).map(optionOf)}
    />
  );
}

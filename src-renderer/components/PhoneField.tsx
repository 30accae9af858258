import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '../app/words.ts';
import { CountrySelect } from './CountrySelect.tsx';
import fields from './Fields.module.css';
import { type PhoneTyped, readPhone } from './phone-numbers.ts';

interface PhoneFieldProps {
  readonly value: PhoneTyped;
  readonly onChange: (value: PhoneTyped) => void;
  /** Why the core refused the number. */
  readonly error?: string | undefined;
}

/** The number as it would be stored; undefined while it is not valid. */
const numberOf = (typed: PhoneTyped) => {
  const read = readPhone(typed);
  return typeof read === 'object' ? read : undefined;
};

/**
 * Country and number side by side. A number that begins with + sets its own country. An invalid number is reported once
 * the field is left; the core decides.
 */
export function PhoneField({ value, onChange, error }: PhoneFieldProps) {
  const [left, setLeft] = useState(false);
  const { phone: wording } = words.profile;
  const read = numberOf(value);
  const doubt = left && value.phone.trim() !== '' && !read ? words.errors.issues['not-a-phone-number'] : undefined;
  const type = (phone: string) => {
    const found = phone.trim().startsWith('+') ? numberOf({ ...value, phone }) : undefined;
    onChange({ phone, country: found?.country ?? value.country });
  };
  return (
    <div className={fields.halves}>
      <CountrySelect
        label={wording.country}
        value={value.country}
        onChange={(country) => onChange({ ...value, country })}
      />
      <TextInput
        label={wording.number}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        placeholder={words.common.optional}
        value={value.phone}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        error={error ?? doubt}
        description={read ? wording.readAs(read.shown) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </div>
  );
}

import { NumberInput, type NumberInputProps } from '@mantine/core';
import { guestPeriod, isGuestPeriod } from '#contract/vocabulary/values.ts';
import { words } from '../../app/words.ts';

interface DaysFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: number | string;
  readonly onChange: (days: number | string) => void;
}

/** How many days a guest's access lasts. */
export function DaysField({ value, onChange, ...rest }: DaysFieldProps) {
  const say = words.guests.invite;
  return (
    <NumberInput
      label={say.days}
      value={value}
      onChange={onChange}
      min={guestPeriod.least}
      max={guestPeriod.most}
      allowDecimal={false}
      allowNegative={false}
      // what is typed stays, with the reason, rather than being changed
      clampBehavior="none"
      error={isGuestPeriod(value) ? undefined : say.daysNeeded}
      {...rest}
    />
  );
}

import { NumberInput, type NumberInputProps } from '@mantine/core';
import { guestDays } from '#contract/values.ts';
import { words } from '../../app/words.ts';

interface DaysFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: number | string;
  readonly onChange: (days: number | string) => void;
}

/** Whether the field holds a valid period for guests. */
export const isPeriod = (days: number | string): days is number => guestDays.safeParse(days).success;

/** How many days a guest's access lasts. */
export function DaysField({ value, onChange, ...rest }: DaysFieldProps) {
  const say = words.guests.invite;
  return (
    <NumberInput
      label={say.days}
      value={value}
      onChange={onChange}
      min={1}
      max={730}
      allowDecimal={false}
      allowNegative={false}
      // what is typed stays, with the reason, rather than being changed
      clampBehavior="none"
      error={isPeriod(value) ? undefined : say.daysNeeded}
      {...rest}
    />
  );
}

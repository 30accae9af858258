import { MultiSelect, type MultiSelectProps, Text } from '@mantine/core';
import { words } from '../../app/words.ts';
import type { Choice } from './use-choices.ts';

interface ChooseProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> {
  readonly what: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Several of a list of names, found by typing. */
export function Choose({ what, choices, value, onChange, placeholder, ...rest }: ChooseProps) {
  const { fields, roleNotYours } = words.invitations;
  return (
    <MultiSelect
      {...rest}
      data={[...choices]}
      value={[...value]}
      onChange={onChange}
      {...(value.length === 0 && placeholder ? { placeholder } : {})}
      searchable
      openOnFocus={false}
      nothingFoundMessage={choices.length === 0 ? fields.noneYet(what) : fields.nothingFound}
      maxDropdownHeight={260}
      renderOption={({ option }) =>
        option.disabled ? (
          <div>
            {option.label}
            <Text size="xs" c="dimmed">
              {roleNotYours}
            </Text>
          </div>
        ) : (
          option.label
        )
      }
    />
  );
}

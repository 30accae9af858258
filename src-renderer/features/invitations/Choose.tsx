import { MultiSelect, type MultiSelectProps, Text } from '@mantine/core';
import { words } from '../../app/words.ts';
import type { Choice } from './use-choices.ts';

interface ChooseProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> {
  readonly what: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** As high as the fields beside it, and no second line for the search while there is room. */
const styles = {
  input: { paddingBlock: 0 },
  pillsList: { minHeight: 30, alignItems: 'center' },
  inputField: { minWidth: 20 },
};

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
      styles={styles}
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

import { MultiSelect, type MultiSelectProps, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { words } from '../../app/words.ts';
import classes from './Choose.module.css';
import type { Choice } from './use-choices.ts';

export interface ChooseProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> {
  readonly what: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** As high as the fields beside it, with no second line for the search while there is room. */
const styles = {
  input: { paddingBlock: 0 },
  pillsList: { minHeight: 30, paddingBlock: 3, alignItems: 'center' },
  inputField: { minWidth: 20 },
};

/** Chooses several names from a list, found by typing. */
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
      classNames={{ inputField: classes.field ?? '' }}
      renderOption={({ option, checked }) => (
        <span className={classes.option} style={{ width: '100%' }}>
          <span>
            {option.label}
            {option.disabled ? (
              <Text size="xs" c="dimmed">
                {roleNotYours}
              </Text>
            ) : null}
          </span>
          {checked ? <IconCheck size={16} stroke={1.6} aria-hidden /> : null}
        </span>
      )}
    />
  );
}

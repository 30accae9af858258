import { Anchor } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { words } from '../../app/words.ts';
import { Choose, type ChooseProps } from './Choose.tsx';
import classes from './RolesField.module.css';

/** Roles of one person or of a batch: at least one. The button to add another is visible without opening the list. */
export function RolesField(props: Omit<ChooseProps, 'what' | 'label' | 'withAsterisk'>) {
  const { fields } = words.invitations;
  const field = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const { disabled, readOnly } = props;
  const add = () => {
    field.current?.focus();
    setOpened(true);
  };
  return (
    <div className={classes.roles}>
      <Choose
        {...props}
        ref={field}
        what={fields.roles}
        label={fields.roles}
        withAsterisk
        dropdownOpened={opened}
        onDropdownOpen={() => setOpened(true)}
        onDropdownClose={() => setOpened(false)}
      />
      {disabled || readOnly ? null : (
        <Anchor component="button" type="button" className={classes.add ?? ''} onClick={add}>
          <IconPlus size={13} stroke={1.6} aria-hidden />
          {fields.addRole}
        </Anchor>
      )}
    </div>
  );
}

import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { words } from '../../app/words.ts';
import { choosable } from './columns.ts';
import type { useColumns } from './use-columns.ts';

/** Which columns the list has on this computer. */
export function ColumnsMenu({ columns }: { readonly columns: ReturnType<typeof useColumns> }) {
  const [opened, setOpened] = useState(false);
  const say = words.views.columns;
  return (
    <Menu position="bottom-end" width={200} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label={say.label} disabled={opened}>
          <ActionIcon aria-label={say.label} color="gray">
            <IconColumns3 size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah="min(480px, calc(100vh - 220px))" style={{ overflowY: 'auto' }}>
        {choosable.map((key) => (
          <Menu.CheckboxItem
            key={key}
            checked={columns.isShown(key)}
            onChange={() => key !== 'name' && columns.toggle(key)}
            // names are always shown, but the first item of a menu must be able to take the focus
            {...(key === 'name' ? { 'aria-disabled': true } : {})}
          >
            {words.users.columns[key]}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={!columns.isChosen} onClick={columns.reset}>
          {say.reset}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

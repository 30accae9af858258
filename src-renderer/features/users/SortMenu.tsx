import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useState } from 'react';
import { type UserSort, userSorts } from '#contract/vocabulary/users.ts';
import { words } from '../../app/words.ts';
import type { Order } from './Head.tsx';

interface SortMenuProps {
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Every possible order, including those without a column at the moment. */
export function SortMenu({ order, onOrder }: SortMenuProps) {
  const [opened, setOpened] = useState(false);
  const say = words.views.sort;
  return (
    <Menu position="bottom-end" width={180} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label={say.label} disabled={opened}>
          <ActionIcon aria-label={say.label} color="gray">
            <IconArrowsSort size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={order.sort} onChange={(sort) => onOrder({ ...order, sort: sort as UserSort })}>
          {userSorts.map((sort) => (
            <Menu.RadioItem key={sort} value={sort}>
              {say.by[sort]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={String(order.descending)}
          onChange={(value) => onOrder({ ...order, descending: value === 'true' })}
        >
          <Menu.RadioItem value="false">{say.ascending}</Menu.RadioItem>
          <Menu.RadioItem value="true">{say.descending}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

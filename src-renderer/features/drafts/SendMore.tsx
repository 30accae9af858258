import { Button, Menu } from '@mantine/core';
import { IconCalendarClock, IconChevronDown, IconDeviceFloppy, IconEyeCheck } from '@tabler/icons-react';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import classes from './Drafts.module.css';
import type { Purpose } from './use-keep.tsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
const say = words.drafts;

interface SendMoreProps {
  /** Nothing is typed yet. */
  readonly off: boolean;
  readonly onKeep: (purpose: Purpose) => void;
}

/** The arrow beside *Invite*: what else can be done with what was typed. Refused lines prevent none of it. */
export function SendMore({ off, onKeep }: SendMoreProps) {
  const { approvalRequired } = useSession().place;
  return (
    <Menu position="top-end" width={232} disabled={off}>
      <Menu.Target>
        <Button className={classes.more ?? ''} aria-label={say.more} disabled={off}>
          <IconChevronDown {...icon} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDeviceFloppy {...icon} />} onClick={() => onKeep('draft')}>
          {say.ways.draft}
        </Menu.Item>
        {approvalRequired ? (
          <Menu.Item leftSection={<IconCalendarClock {...icon} />} onClick={() => onKeep('reviewLater')}>
            {say.ways.reviewLater}
          </Menu.Item>
        ) : (
          <>
            <Menu.Item leftSection={<IconCalendarClock {...icon} />} onClick={() => onKeep('later')}>
              {say.ways.later}
            </Menu.Item>
            <Menu.Item leftSection={<IconEyeCheck {...icon} />} onClick={() => onKeep('review')}>
              {say.ways.review}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

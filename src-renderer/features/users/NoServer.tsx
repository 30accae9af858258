import { Button } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';

/** Says that no mail can be sent yet, and where to change that. Nothing once a server is set. */
export function NoServer() {
  const { may } = useSession();
  const outbox = useOutboxState();
  if (!outbox || outbox.setUp) return null;
  const say = words.users.empty;
  return (
    <Notice
      kind="plain"
      icon={<IconMailOff size={16} stroke={1.6} aria-hidden />}
      action={
        may('mail:write') ? (
          <Button component={Link} href="/settings/mail" variant="default" size="xs">
            {say.setUp}
          </Button>
        ) : null
      }
    >
      {outbox.waiting > 0 ? say.waiting(outbox.waiting) : say.noServer}
    </Notice>
  );
}

import { IconMailCheck } from '@tabler/icons-react';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { useUnmark } from './use-unmark.ts';

interface NotBouncedProps {
  /** Of the message in the outbox. */
  readonly messageId: number;
  readonly email: string;
}

/** Removes the *bounced* mark from one message. */
export function NotBounced({ messageId, email }: NotBouncedProps) {
  const { isPending, unmark } = useUnmark();
  return (
    <GuardedButton
      why={useWhyNot('mail:write')}
      size="xs"
      variant="default"
      leftSection={<IconMailCheck size={14} stroke={1.6} aria-hidden />}
      loading={isPending}
      onClick={() => unmark({ id: messageId, toEmail: email })}
    >
      {words.bounces.deeds.unmark}
    </GuardedButton>
  );
}

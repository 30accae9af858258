import { IconMailCheck } from '@tabler/icons-react';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';

interface NotBouncedProps {
  /** Of the message in the outbox. */
  readonly messageId: number;
  readonly email: string;
}

/** Takes the mark as bounced back from one message. */
export function NotBounced({ messageId, email }: NotBouncedProps) {
  const { place } = useSession();
  const unmark = useCommand('bounces.unmark');
  return (
    <GuardedButton
      why={useWhyNot('mail:write')}
      size="xs"
      variant="default"
      leftSection={<IconMailCheck size={14} stroke={1.6} aria-hidden />}
      loading={unmark.isPending}
      onClick={() =>
        unmark.mutate(
          { organizationId: place.id, id: messageId },
          { onSuccess: () => toast(words.bounces.unmarked(email)), onError: toastError },
        )
      }
    >
      {words.bounces.deeds.unmark}
    </GuardedButton>
  );
}

import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';

/** A message in the outbox, and who it went to. */
interface Marked {
  readonly id: number;
  readonly toEmail: string;
}

/** Removes the *bounced* mark from one message. */
export function useUnmark(): { readonly isPending: boolean; readonly unmark: (mail: Marked) => void } {
  const { place } = useSession();
  const command = useCommand('bounces.unmark');
  return {
    isPending: command.isPending,
    unmark: ({ id, toEmail }) =>
      command.mutate(
        { organizationId: place.id, id },
        { onSuccess: () => toast(words.bounces.unmarked(toEmail)), onError: toastError },
      ),
  };
}

import { IconHandStop, IconRefresh, IconSend, type TablerIcon } from '@tabler/icons-react';
import type { OutboxRow } from '#contract/outbox.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';

const wording = words.outbox.page;

/** Why a message cannot be tried again now; undefined when it can. */
function whyNoRetry({ state }: OutboxRow): string | undefined {
  if (state === 'queued' || state === 'sending') return wording.retryFirst;
  if (state === 'deferred' || state === 'uncertain' || state === 'failed') return undefined;
  return wording.retryNever;
}

interface DeedProps {
  readonly label: string;
  readonly icon: TablerIcon;
  /** Why not; the button stays, and says so. */
  readonly blocked: string | undefined;
  readonly onClick: () => void;
}

const Deed = ({ label, icon: Icon, blocked, onClick }: DeedProps) => (
  <GuardedButton
    why={blocked}
    size="xs"
    variant="default"
    leftSection={<Icon size={14} stroke={1.6} aria-hidden />}
    onClick={onClick}
  >
    {label}
  </GuardedButton>
);

/** What can be done with a message: trying it again, holding it back, letting it go. */
export function MessageDeeds({ mail }: { readonly mail: OutboxRow }) {
  const { place, may } = useSession();
  const retry = useCommand('outbox.retry');
  const hold = useCommand('outbox.hold');
  const release = useCommand('outbox.release');
  const lacking = may('mail:write') ? undefined : wording.lacking(words.errors.rights['mail:write']);
  const input = { organizationId: place.id, id: mail.id };
  const then = (said: string) => ({ onSuccess: () => toast(said), onError: toastError });
  return (
    <>
      <Deed
        label={wording.retry}
        icon={IconRefresh}
        blocked={lacking ?? whyNoRetry(mail)}
        onClick={() => retry.mutate(input, then(wording.retried))}
      />
      {mail.state === 'queued' || mail.state === 'deferred' ? (
        <Deed
          label={wording.hold}
          icon={IconHandStop}
          blocked={lacking}
          onClick={() => hold.mutate(input, then(wording.heldBack))}
        />
      ) : null}
      {mail.state === 'held' ? (
        <Deed
          label={wording.release}
          icon={IconSend}
          blocked={lacking}
          onClick={() => release.mutate(input, then(wording.released))}
        />
      ) : null}
    </>
  );
}

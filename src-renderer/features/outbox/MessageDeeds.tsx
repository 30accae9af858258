import type { MailDeed, OutboxRow } from '#contract/outbox.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { NotBounced } from '../bounces/NotBounced.tsx';
import { mailDeedIcons, mailDeedLabel } from './mail-deed-looks.ts';
import { isFitting } from './mail-deeds.ts';

const wording = words.outbox.page;

/** Why a message cannot be tried again now; undefined when it can. */
function whyNoRetry({ state }: OutboxRow): string | undefined {
  if (state === 'queued' || state === 'sending') return wording.retryFirst;
  if (isFitting('retry', state)) return undefined;
  return wording.retryNever;
}

interface DeedProps {
  readonly deed: MailDeed;
  readonly mail: OutboxRow;
  /** Why it is off; the button stays, and says so. */
  readonly blocked: string | undefined;
  readonly onClick: () => void;
}

function Deed({ deed, mail, blocked, onClick }: DeedProps) {
  const Icon = mailDeedIcons[deed];
  return (
    <GuardedButton
      why={blocked}
      size="xs"
      variant="default"
      leftSection={<Icon size={14} stroke={1.6} aria-hidden />}
      onClick={onClick}
    >
      {mailDeedLabel(deed, mail.state)}
    </GuardedButton>
  );
}

interface MessageDeedsProps {
  readonly mail: OutboxRow;
  readonly onDeed: (deed: MailDeed) => void;
}

/** What can be done with a message: trying it again, holding it back, releasing it, cancelling it. */
export function MessageDeeds({ mail, onDeed }: MessageDeedsProps) {
  const { may } = useSession();
  const lacking = may('mail:write') ? undefined : wording.lacking(words.errors.rights['mail:write']);
  const deed = (name: MailDeed) =>
    isFitting(name, mail.state) ? (
      <Deed deed={name} mail={mail} blocked={lacking} onClick={() => onDeed(name)} />
    ) : null;
  return (
    <>
      <Deed deed="retry" mail={mail} blocked={lacking ?? whyNoRetry(mail)} onClick={() => onDeed('retry')} />
      {mail.state === 'bounced' ? <NotBounced messageId={mail.id} email={mail.toEmail} /> : null}
      {deed('hold')}
      {deed('release')}
      {deed('cancel')}
    </>
  );
}

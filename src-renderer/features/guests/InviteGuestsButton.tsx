import { IconUserShare } from '@tabler/icons-react';
import { useRef } from 'react';
import { useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';

/** Opens the dialog for inviting guests. */
export function InviteGuestsButton({ first }: { readonly first?: string }) {
  const { openGuests } = useInvite();
  const why = useWhyNot('guests:invite');
  const button = useRef<HTMLButtonElement>(null);
  return (
    <GuardedButton
      ref={button}
      why={why}
      leftSection={<IconUserShare size={16} stroke={1.6} aria-hidden />}
      onClick={() => openGuests(button.current, first)}
    >
      {first ? words.guests.actions.inviteAgain : words.guests.invite.action}
    </GuardedButton>
  );
}

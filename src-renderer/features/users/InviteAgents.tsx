import { IconUserPlus } from '@tabler/icons-react';
import { useInvite } from '../../app/invite.tsx';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';

/** Opens the dialog for inviting inbox agents. */
export function InviteAgents() {
  const invite = useInvite();
  return (
    <GuardedButton
      why={useWhyNot('users:write')}
      leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
      onClick={() => invite.open('rows', undefined, { kind: 'inbox-agent' })}
    >
      {words.views.agents.invite}
    </GuardedButton>
  );
}

import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconMailOff } from '@tabler/icons-react';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import classes from './InviteDialog.module.css';

/** Problems that this batch's mails would run into, shown before they are sent. */
export function Warnings({ onGo }: { readonly onGo: (to: string) => void }) {
  const { place, may } = useSession();
  const state = useOutboxState();
  const portal = useQueryOf('portal.settings', { organizationId: place.id }, { enabled: may('settings:read') }).data;
  const { warnings } = words.invitations;
  if (!state || (state.setUp && !state.loopbackLinks)) return null;
  const way = (to: string, label: string) => (
    <Anchor component="button" type="button" onClick={() => onGo(to)}>
      {label}
    </Anchor>
  );
  const Icon = state.loopbackLinks ? IconAlertTriangle : IconMailOff;
  return (
    <Notice kind={state.loopbackLinks ? 'warn' : 'plain'} icon={<Icon size={16} stroke={1.6} aria-hidden />}>
      <span className={classes.warning}>
        {state.loopbackLinks ? (
          <span>
            {portal ? warnings.loopback(portal.linksBeginWith) : warnings.loopbackHere}{' '}
            {may('settings:read') ? way('/settings/portal', warnings.toPortal) : null}
          </span>
        ) : null}
        {state.setUp ? null : (
          <span>
            {warnings.noServer} {may('mail:read') ? way('/settings/mail', warnings.toMail) : null}
          </span>
        )}
      </span>
    </Notice>
  );
}

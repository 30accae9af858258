import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useOutboxState } from '../app/outbox-state.ts';
import { useQueryOf } from '../app/queries.ts';
import { useSession } from '../app/session.ts';
import { words } from '../app/words.ts';
import { Notice } from './Notice.tsx';
import classes from './PauseBanner.module.css';

/** Says why no mail leaves, in the server's words, and leads to where it is mended. Nothing while the queue runs. */
export function PauseBanner() {
  const { place, may } = useSession();
  const state = useOutboxState();
  const pause = state?.pause;
  const settings = useQueryOf(
    'mail.settings',
    { organizationId: place.id },
    { enabled: Boolean(pause) && may('mail:read') },
  ).data?.settings;
  if (!state || !pause) return null;
  const { banner } = words.desktop;
  const fix = may('mail:write') ? (
    <Button component={Link} href="/settings/mail" size="xs">
      {banner.fix[pause.reason]}
    </Button>
  ) : null;
  return (
    <div className={classes.banner}>
      <Notice kind="bad" icon={<IconPlugConnectedX size={17} stroke={1.6} aria-hidden />} action={fix}>
        <b>{banner.reasons[pause.reason](banner.server(settings?.host), settings?.login ?? '')}</b>{' '}
        {banner.kept(state.waiting)}
        {pause.answer ? <div className={`gh-mono ${classes.answer}`}>{pause.answer}</div> : null}
      </Notice>
    </div>
  );
}

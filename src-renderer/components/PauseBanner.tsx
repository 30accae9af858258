import { Button } from '@mantine/core';
import { IconCloudOff, IconHistory, IconPlayerPause, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Pause, Stop } from '#contract/mail.ts';
import { useNow } from '../app/now.ts';
import { useOutboxState } from '../app/outbox-state.ts';
import { useQueryOf } from '../app/queries.ts';
import { useSession } from '../app/session.ts';
import { dateAndTime } from '../app/time.ts';
import { answerInWords, words } from '../app/words.ts';
import { Notice } from './Notice.tsx';
import classes from './PauseBanner.module.css';

const say = words.desktop.banner;

/** Trouble stopped the queue: says why in the server's words, and links to where it can be fixed. */
function Trouble({ pause, waiting }: { readonly pause: Pause; readonly waiting: number }) {
  const { place, may } = useSession();
  const settings = useQueryOf('mail.settings', { organizationId: place.id }, { enabled: may('mail:read') }).data
    ?.settings;
  const fix = may('mail:write') ? (
    <Button component={Link} href="/settings/mail" size="xs">
      {say.fix[pause.reason]}
    </Button>
  ) : null;
  return (
    <Notice kind="bad" icon={<IconPlugConnectedX size={17} stroke={1.6} aria-hidden />} action={fix}>
      <b>{say.reasons[pause.reason](say.server(settings?.host), settings?.login ?? '')}</b> {say.kept(waiting)}
      {pause.answer ? <div className={`gh-mono ${classes.answer}`}>{answerInWords(pause.answer)}</div> : null}
    </Notice>
  );
}

/** Somebody paused the queue on purpose: nothing is wrong. */
function Stopped({ stop, waiting }: { readonly stop: Stop; readonly waiting: number }) {
  const { place } = useSession();
  const when = dateAndTime(stop.at, useNow(), place.timeZone, words.desktop.time);
  return (
    <Notice kind="plain" icon={<IconPlayerPause size={17} stroke={1.6} aria-hidden />}>
      <b>{say.stopped(stop.by, when)}</b> {say.kept(waiting)}
    </Notice>
  );
}

/** A restored workspace does not know what was sent after its backup was made: somebody has to look first. */
function Restored({ waiting }: { readonly waiting: number }) {
  const { may } = useSession();
  const [path] = useLocation();
  const { queue, queueHint } = words.backups;
  const open =
    may('mail:read') && path !== '/outbox' ? (
      <Button component={Link} href="/outbox" size="xs">
        {say.openOutbox}
      </Button>
    ) : null;
  return (
    <Notice kind="warn" icon={<IconHistory size={17} stroke={1.6} aria-hidden />} action={open}>
      <b>{queue}.</b> {queueHint} {say.kept(waiting)}
    </Notice>
  );
}

/** No network, which is not a fault: everything else works on. */
function Offline({ waiting }: { readonly waiting: number }) {
  const { may } = useSession();
  const [path] = useLocation();
  const open =
    may('mail:read') && path !== '/outbox' ? (
      <Button component={Link} href="/outbox" size="xs" variant="default">
        {say.openOutbox}
      </Button>
    ) : null;
  return (
    <Notice kind="plain" icon={<IconCloudOff size={17} stroke={1.6} aria-hidden />} action={open}>
      <b>{say.offline}</b> {say.offlineHint(waiting)}
    </Notice>
  );
}

/** Says why no mail is sent: trouble with the server, a queue paused by somebody, no network. Nothing while it runs. */
export function PauseBanner() {
  const state = useOutboxState();
  if (!state) return null;
  const { pause, stop, offlineSince, waiting } = state;
  if (!pause && !stop && offlineSince === null) return null;
  return (
    <div className={classes.banner}>
      {pause ? <Trouble pause={pause} waiting={waiting} /> : null}
      {stop?.restored ? <Restored waiting={waiting} /> : null}
      {stop && !stop.restored ? <Stopped stop={stop} waiting={waiting} /> : null}
      {!pause && !stop && offlineSince !== null ? <Offline waiting={waiting} /> : null}
    </div>
  );
}

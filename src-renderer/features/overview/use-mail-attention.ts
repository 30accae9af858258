import {
  IconDeviceDesktop,
  IconHandStop,
  IconHistory,
  IconMailBolt,
  IconMailOff,
  IconMailQuestion,
  IconMailX,
  IconPlayerPause,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { memberKinds } from '#contract/vocabulary/user-filter.ts';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { answerInWords, words } from '../../app/words.ts';
import { type Attention, named } from './attention.ts';

const say = words.overview.items;

/** Who the mails in one state were for, and what the server said about each. */
function useMailsIn(state: 'failed' | 'bounced' | 'uncertain' | 'deferred', count: number): string {
  const { place, may } = useSession();
  const enabled = count > 0 && may('mail:read');
  const rows = useQueryOf('outbox.list', { organizationId: place.id, state, limit: named }, { enabled }).data?.rows;
  if (!rows) return '';
  const lines = rows.map((row) => say.answer(row.toName || row.toEmail, answerInWords(row.answer)));
  return say.names(lines, count - rows.length);
}

/** Where such mail is reviewed: in Pending if all of it belongs to open invitations, otherwise in the Outbox. */
function useReview(state: 'failed' | 'bounced' | 'deferred', count: number): string {
  const { place, may } = useSession();
  const input = { organizationId: place.id, kinds: [...memberKinds], invited: true, mail: true };
  const people = useQueryOf('users.counts', input, { enabled: count > 0 && may('users:read') }).data?.mail;
  return people?.[state] === count ? `/pending?mail=${state}` : `/outbox?state=${state}`;
}

/** What is stuck in the mail. */
export function useMail(): readonly (Attention | undefined)[] {
  const state = useOutboxState();
  const failed = state?.counts.failed ?? 0;
  const uncertain = state?.counts.uncertain ?? 0;
  const held = state?.counts.held ?? 0;
  const failedText = useMailsIn('failed', failed);
  const bounced = state?.counts.bounced ?? 0;
  const bouncedText = useMailsIn('bounced', bounced);
  const bouncedHref = useReview('bounced', bounced);
  const uncertainText = useMailsIn('uncertain', uncertain);
  const deferred = state?.counts.deferred ?? 0;
  const failedHref = useReview('failed', failed);
  const deferredHref = useReview('deferred', deferred);
  if (!state) return [];
  const { pause } = state;
  return [
    pause
      ? {
          key: 'paused',
          icon: IconPlugConnectedX,
          ink: 'bad',
          title: say.paused.title,
          text: answerInWords(pause.answer),
          action: { label: say.paused.action, href: '/settings/mail' },
        }
      : undefined,
    state.stop?.restored
      ? {
          key: 'restored',
          icon: IconHistory,
          ink: 'warn',
          title: words.backups.queue,
          text: words.backups.queueHint,
          action: { label: words.desktop.banner.openOutbox, href: '/outbox' },
        }
      : undefined,
    state.stop && !state.stop.restored
      ? {
          key: 'stopped',
          icon: IconPlayerPause,
          ink: 'warn',
          title: say.stopped.title(state.stop.by),
          text: say.stopped.text(state.waiting),
          action: { label: words.desktop.banner.openOutbox, href: '/outbox' },
        }
      : undefined,
    state.setUp
      ? undefined
      : {
          key: 'no-server',
          icon: IconMailOff,
          ink: 'warn',
          title: say.noServer.title,
          text: say.noServer.text(state.waiting),
          action: { label: say.noServer.action, href: '/settings/mail' },
        },
    failed > 0
      ? {
          key: 'failed',
          icon: IconMailX,
          ink: 'bad',
          title: say.failed.title(failed),
          text: failedText,
          action: { label: say.failed.action, href: failedHref },
        }
      : undefined,
    bounced > 0
      ? {
          key: 'bounced',
          icon: IconMailOff,
          ink: 'bad',
          title: words.bounces.attention.title(bounced),
          text: bouncedText,
          action: { label: words.bounces.attention.action, href: bouncedHref },
        }
      : undefined,
    uncertain > 0
      ? {
          key: 'uncertain',
          icon: IconMailQuestion,
          ink: 'warn',
          title: say.uncertain.title(uncertain),
          text: uncertainText,
          action: { label: say.uncertain.action, href: '/outbox?state=uncertain' },
        }
      : undefined,
    deferred > 0
      ? {
          key: 'deferred',
          icon: IconMailBolt,
          ink: 'warn',
          title: say.deferred.title(deferred),
          text: say.deferred.text,
          action: { label: say.deferred.action, href: deferredHref },
        }
      : undefined,
    held > 0
      ? {
          key: 'held',
          icon: IconHandStop,
          ink: 'dim',
          title: say.held.title(held),
          text: say.held.text,
          action: { label: say.held.action, href: '/outbox?state=held' },
        }
      : undefined,
    state.setUp && state.loopbackLinks
      ? {
          key: 'loopback',
          icon: IconDeviceDesktop,
          ink: 'warn',
          title: say.loopback.title,
          text: say.loopback.text,
          action: { label: say.loopback.action, href: '/settings/portal' },
        }
      : undefined,
  ];
}

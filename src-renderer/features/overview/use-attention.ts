import type { TablerIcon } from '@tabler/icons-react';
import {
  IconArmchair,
  IconArrowBackUp,
  IconCertificate,
  IconCertificateOff,
  IconClockExclamation,
  IconClockOff,
  IconDatabaseX,
  IconDeviceDesktop,
  IconEyeCheck,
  IconHistory,
  IconLifebuoy,
  IconMailBolt,
  IconMailOff,
  IconMailQuestion,
  IconMailX,
  IconPlugConnectedX,
  IconStack2,
} from '@tabler/icons-react';
import type { ErrorReport } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { memberKinds } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { useOutboxState } from '../../app/outbox-state.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { answerInWords, words } from '../../app/words.ts';
import { draftsHref, useDraftCounts } from '../drafts/use-draft-counts.ts';
import { expiringHref, useExpiring } from '../guests/use-expiring.ts';

export interface Attention {
  readonly key: string;
  readonly icon: TablerIcon;
  readonly ink: 'bad' | 'warn' | 'dim';
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string };
}

/** How many are named in one line. */
const named = 3;
/** The share of seats below which their end is near. */
const fewSeats = 0.1;
const say = words.overview.items;

/** Whom the mails of one state were for, and what the server said of each. */
function useMailsIn(state: 'failed' | 'bounced' | 'uncertain' | 'deferred', count: number): string {
  const { place, may } = useSession();
  const enabled = count > 0 && may('mail:read');
  const rows = useQueryOf('outbox.list', { organizationId: place.id, state, limit: named }, { enabled }).data?.rows;
  if (!rows) return '';
  const lines = rows.map((row) => say.answer(row.toName || row.toEmail, answerInWords(row.answer)));
  return say.names(lines, count - rows.length);
}

/** Where such mail is reviewed: on Pending where each of it belongs to an open invitation, else in the Outbox. */
function useReview(state: 'failed' | 'bounced' | 'deferred', count: number): string {
  const { place, may } = useSession();
  const input = { organizationId: place.id, kinds: [...memberKinds], invited: true, mail: true };
  const people = useQueryOf('users.counts', input, { enabled: count > 0 && may('users:read') }).data?.mail;
  return people?.[state] === count ? `/pending?mail=${state}` : `/outbox?state=${state}`;
}

/** What of the mail stands still. */
function useMail(): readonly (Attention | undefined)[] {
  const state = useOutboxState();
  const failed = state?.counts.failed ?? 0;
  const uncertain = state?.counts.uncertain ?? 0;
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

function useExpired(): Attention | undefined {
  const { place } = useSession();
  const input = { organizationId: place.id, kinds: [...memberKinds], invited: true };
  const expired = useQueryOf('users.counts', input).data?.expired ?? 0;
  const rows = useQueryOf(
    'users.list',
    { ...input, statuses: ['expired'], sort: 'changed', descending: true, limit: named },
    { enabled: expired > 0 },
  ).data?.rows;
  if (expired === 0) return undefined;
  const names = rows?.map((row) => row.name || row.email) ?? [];
  return {
    key: 'expired',
    icon: IconClockOff,
    ink: 'dim',
    title: say.expired.title(expired),
    text: say.names(names, rows ? expired - names.length : 0),
    action: { label: say.expired.action, href: '/pending?view=expired' },
  };
}

/** Guests whose access ends within the notice window. */
function useExpiringGuests(): Attention | undefined {
  const { expiring, noticeDays, names } = useExpiring();
  if (expiring === 0) return undefined;
  const wording = words.guests.overview;
  return {
    key: 'expiring-guests',
    icon: IconClockExclamation,
    ink: 'warn',
    title: wording.title(expiring, noticeDays),
    text: names,
    action: { label: wording.action, href: expiringHref },
  };
}

function useSeats(): Attention | undefined {
  const { place } = useSession();
  const seats = useQueryOf('organizations.seats', { organizationId: place.id }).data;
  if (!seats || seats.limit === null || seats.free === null || seats.free > seats.limit * fewSeats) return undefined;
  const wording = seats.free === 0 ? say.seatsOut : say.seatsLow;
  return {
    key: 'seats',
    icon: IconArmchair,
    ink: 'warn',
    title: seats.free === 0 ? say.seatsOut.title : say.seatsLow.title(seats.free),
    text: seats.free === 0 ? say.seatsOut.text : say.seatsLow.text(seats.limit),
    action: { label: wording.action, href: '/settings/licences' },
  };
}

/** The policy asks for what does not exist. */
function useNoGroup(): Attention | undefined {
  const { place, may } = useSession();
  const enabled = place.groupRequired && may('structure:read');
  const groups = useQueryOf('groups.list', { organizationId: place.id }, { enabled }).data?.rows;
  if (!enabled || groups?.length !== 0) return undefined;
  return {
    key: 'no-group',
    icon: IconStack2,
    ink: 'warn',
    title: say.noGroup.title,
    text: say.noGroup.text,
    action: { label: say.noGroup.action, href: '/groups' },
  };
}

/** Drafts that wait for this operator: to be approved, or put right. */
function useDrafts(): readonly (Attention | undefined)[] {
  const { forYou, returned } = useDraftCounts();
  const { review, returned: back } = words.drafts.overview;
  return [
    forYou > 0
      ? {
          key: 'drafts-review',
          icon: IconEyeCheck,
          ink: 'warn',
          title: review.title(forYou),
          text: review.text,
          action: { label: review.action, href: draftsHref('review') },
        }
      : undefined,
    returned > 0
      ? {
          key: 'drafts-returned',
          icon: IconArrowBackUp,
          ink: 'warn',
          title: back.title(returned),
          text: back.text,
          action: { label: back.action, href: draftsHref('draft') },
        }
      : undefined,
  ];
}

/** For those who can do something about it. */
function useFailedBackup(): Attention | undefined {
  const { mayAddOrganizations } = useSession();
  const failure = useQueryOf('backups.settings', {}, { enabled: mayAddOrganizations }).data?.failure;
  if (!failure) return undefined;
  const { attention } = words.backups;
  return {
    key: 'backup',
    icon: IconDatabaseX,
    ink: 'bad',
    title: attention.title,
    text: wordError(words, failure.error as ErrorReport),
    action: { label: attention.action, href: '/settings/backups' },
  };
}

/** For owners who have no way back in by themselves. */
function useNoRecoveryCode(): Attention | undefined {
  const { mayAddOrganizations } = useSession();
  const code = useQueryOf('recovery.state', {}, { enabled: mayAddOrganizations }).data;
  if (!code?.owner || code.since !== null) return undefined;
  const { attention } = words.recovery;
  return {
    ...{ key: 'no-recovery-code', icon: IconLifebuoy, ink: 'dim', title: attention.title, text: attention.text },
    action: { label: attention.action, href: '/profile' },
  };
}

/** The certificate that everybody who opens a link is answered with. */
function useCertificate(): Attention | undefined {
  const { place, may } = useSession();
  const now = useNow();
  const enabled = may('settings:read');
  const found = useQueryOf('portal.settings', { organizationId: place.id }, { enabled }).data?.certificate;
  const wording = words.https;
  const action = { label: wording.action, href: '/settings/portal' };
  if (found?.trouble)
    return {
      ...{ key: 'certificate', icon: IconCertificateOff, ink: 'bad', action },
      title: wording.trouble.title,
      text: wordError(words, found.trouble as ErrorReport),
    };
  if (!found?.endsSoon || found.endsAt === null) return undefined;
  const until = dateAndTime(found.endsAt, now, place.timeZone, words.desktop.time);
  return {
    ...{ key: 'certificate', icon: IconCertificate, ink: 'warn', action },
    title: wording.soon.title(until),
    text: wording.soon.text,
  };
}

const graveness = { bad: 0, warn: 1, dim: 2 } as const;

/** What needs somebody now, the gravest first, each with the way to where it is settled. */
export function useAttention(): readonly Attention[] {
  const found = [
    ...useMail(),
    useFailedBackup(),
    useCertificate(),
    ...useDrafts(),
    useExpiringGuests(),
    useSeats(),
    useNoGroup(),
    useExpired(),
    useNoRecoveryCode(),
  ];
  return found.filter((item) => item !== undefined).toSorted((a, b) => graveness[a.ink] - graveness[b.ink]);
}

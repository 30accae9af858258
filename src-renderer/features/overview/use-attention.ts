import {
  IconArmchair,
  IconArrowBackUp,
  IconCertificate,
  IconCertificateOff,
  IconEyeCheck,
  IconLifebuoy,
  IconStack2,
  IconUserExclamation,
} from '@tabler/icons-react';
import type { ErrorReport } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { useNow } from '../../app/now.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { draftsHref, useDraftCounts } from '../drafts/use-draft-counts.ts';
import { expiringHref, useExpiring } from '../guests/use-expiring.ts';
import type { Attention } from './attention.ts';
import { useBackups } from './use-backup-attention.ts';
import { useLinks } from './use-link-attention.ts';
import { useMail } from './use-mail-attention.ts';

/** The share of free seats below which they count as running out. */
const fewSeats = 0.1;
const say = words.overview.items;

/** Guests whose access ends within the notice window. */
function useExpiringGuests(): Attention | undefined {
  const { expiring, noticeDays, names } = useExpiring();
  if (expiring === 0) return undefined;
  const wording = words.guests.overview;
  return {
    key: 'expiring-guests',
    icon: IconUserExclamation,
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

/** The policy requires a group, but there is none. */
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

/** Drafts that wait for this operator, to approve or to correct. */
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

/** For owners without a way back in should they forget their password. */
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

/** The certificate of the portal, which everybody who opens a link depends on. */
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

/** What needs attention now, the most serious first, each with a link to where it can be dealt with. */
export function useAttention(): readonly Attention[] {
  const found = [
    ...useMail(),
    useBackups(),
    useCertificate(),
    ...useDrafts(),
    useExpiringGuests(),
    useSeats(),
    useNoGroup(),
    useNoRecoveryCode(),
    ...useLinks(),
  ];
  return found.filter((item) => item !== undefined).toSorted((a, b) => graveness[a.ink] - graveness[b.ink]);
}

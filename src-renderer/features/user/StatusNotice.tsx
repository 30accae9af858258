import {
  IconBan,
  IconClock,
  IconClockExclamation,
  IconClockOff,
  IconPlayerPause,
  IconUserOff,
} from '@tabler/icons-react';
import { assertNever } from '#contract/assert-never.ts';
import type { GuestFacts, UserDetails } from '#contract/users.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime, fullDate, spanInWords, urgent } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { GuardedButton } from '../../components/Guarded.tsx';
import { Notice } from '../../components/Notice.tsx';
import { lastDayInWords, leftInWords } from '../guests/time-left.ts';
import { useAccessState } from '../guests/use-access-state.ts';
import { deedLabel, hindrance } from '../users/DeedItems.tsx';
import type { Deed } from '../users/deeds.ts';
import { useOffers } from '../users/use-offers.ts';

interface StatusNoticeProps {
  readonly user: UserDetails;
  readonly onDeed: (deed: Deed) => void;
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;
const { notices } = words.user;

/** Shows nothing while the end of a guest's access is far off. */
function EndsSoon({ guest }: { readonly guest: GuestFacts }) {
  const { timeZone } = useSession().place;
  const state = useAccessState(guest);
  if (state.kind !== 'running' || !state.soon) return null;
  const { time } = words.desktop;
  const say = words.guests.statusNotice;
  return (
    <Notice kind="warn" icon={<IconClockExclamation {...icon} />}>
      <b>{say.soonTitle}</b> {say.soon(leftInWords(state, time), fullDate(state.lastDay, timeZone, time))}
    </Notice>
  );
}

/** Access that has ended, or a link that was not accepted in time. */
function GuestExpired({ endsAt }: { readonly endsAt: number | null }) {
  const { timeZone } = useSession().place;
  const say = words.guests.statusNotice;
  return (
    <Notice kind="plain" icon={<IconClockOff {...icon} />}>
      <b>{endsAt === null ? notices.expired : say.ended}</b>{' '}
      {endsAt === null ? say.linkExpired : say.endedOn(lastDayInWords(endsAt, timeZone, words.desktop.time))}
    </Notice>
  );
}

/** What the person's status calls for, with a button to do it. Nothing for active people. */
export function StatusNotice({ user, onDeed }: StatusNoticeProps) {
  const now = useNow();
  const { place } = useSession();
  const { offerOf } = useOffers();
  const { time } = words.desktop;
  const at = (when: number) => dateAndTime(when, now, place.timeZone, time);
  const action = (deed: Deed) => {
    const offer = offerOf(deed, user);
    if (!offer) return null;
    return (
      <GuardedButton why={hindrance(offer)} variant="default" size="xs" onClick={() => onDeed(offer.deed)}>
        {deedLabel(offer.deed, user)}
      </GuardedButton>
    );
  };
  const { status, validUntil } = user;
  switch (status) {
    case 'active':
      return user.guest ? <EndsSoon guest={user.guest} /> : null;
    case 'pending': {
      const left = validUntil === null ? null : validUntil - now;
      const soon = left !== null && left < urgent;
      const Icon = soon ? IconClockExclamation : IconClock;
      return (
        <Notice kind={soon ? 'warn' : 'info'} icon={<Icon {...icon} />} action={action('sendAgain')}>
          <b>{notices.pending}</b>{' '}
          {left === null || validUntil === null
            ? notices.notStarted
            : notices.left(spanInWords(Math.max(0, left), time), at(validUntil))}
        </Notice>
      );
    }
    case 'expired':
      if (user.guest) return <GuestExpired endsAt={user.guest.endsAt} />;
      return (
        <Notice kind="plain" icon={<IconClockOff {...icon} />}>
          <b>{notices.expired}</b> {validUntil === null ? notices.expiredSome : notices.expiredAt(at(validUntil))}
        </Notice>
      );
    case 'suspended':
      return (
        <Notice kind="plain" icon={<IconPlayerPause {...icon} />} action={action('reactivate')}>
          <b>{notices.suspended}</b> {notices.suspendedText}
        </Notice>
      );
    case 'revoked':
      return (
        <Notice kind="plain" icon={<IconBan {...icon} />}>
          <b>{notices.revoked}</b> {notices.gone}
        </Notice>
      );
    case 'removed':
      return (
        <Notice kind="plain" icon={<IconUserOff {...icon} />}>
          <b>{notices.removed}</b> {notices.gone}
        </Notice>
      );
    default:
      return assertNever(status);
  }
}

import { Menu } from '@mantine/core';
import {
  IconBan,
  IconCalendarPlus,
  IconCopy,
  IconLink,
  IconMailForward,
  IconMailUp,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconUserEdit,
  IconUserMinus,
  IconUserShare,
  IconUserUp,
} from '@tabler/icons-react';
import type { UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { GuardedItem } from '../../components/Guarded.tsx';
import { type Deed, isFinal, type Offer } from './deeds.ts';
import { useOffers } from './use-offers.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
export const deedIcons = {
  edit: IconUserEdit,
  renew: IconRefresh,
  inviteAgain: IconMailUp,
  makeUser: IconUserUp,
  makeGuest: IconUserShare,
  copyLink: IconLink,
  sendAgain: IconMailForward,
  reinvite: IconMailUp,
  extend: IconCalendarPlus,
  copyEmail: IconCopy,
  suspend: IconPlayerPause,
  reactivate: IconPlayerPlay,
  revoke: IconBan,
  remove: IconUserMinus,
} as const;
/** The keys that do the same on a row of the list. */
export const deedKeys: Readonly<Partial<Record<Deed, string>>> = {
  copyLink: 'L',
  renew: 'E',
  extend: 'E',
  inviteAgain: 'R',
  reinvite: 'R',
  revoke: 'Delete',
  remove: 'Delete',
};

/** The label of an action: an expired invitation cannot be repeated, so a new one is made. */
export const deedLabel = (deed: Deed, { status, kind }: Pick<UserRow, 'status' | 'kind'>): string => {
  const { actions } = words.users;
  if (kind === 'guest' && (deed === 'remove' || (deed === 'edit' && status !== 'revoked' && status !== 'removed')))
    return words.guests.actions[deed];
  if (deed === 'reinvite' && status === 'expired') return actions.generate;
  if (deed === 'edit' && (status === 'revoked' || status === 'removed')) return actions.details;
  return actions[deed];
};

/** Why an offered action cannot be taken, in words; undefined when it can. */
export const hindrance = ({ lacks, bar }: Pick<Offer, 'lacks' | 'bar'>): string | undefined =>
  lacks ? words.desktop.denied.item(words.errors.rights[lacks]) : bar ? words.users.actions.bars[bar] : undefined;

interface DeedItemProps {
  readonly offer: Offer;
  readonly person: Pick<UserRow, 'status' | 'kind'>;
  readonly onDeed: (deed: Deed) => void;
}

function DeedItem({ offer, person, onDeed }: DeedItemProps) {
  const { deed } = offer;
  const Icon = deedIcons[deed];
  const key = deedKeys[deed];
  return (
    <GuardedItem
      why={hindrance(offer)}
      icon={<Icon {...icon} />}
      {...(key ? { keys: key } : {})}
      grave={isFinal(deed)}
      onClick={() => onDeed(deed)}
    >
      {deedLabel(deed, person)}
    </GuardedItem>
  );
}

interface DeedItemsProps {
  readonly person: Pick<UserRow, 'status' | 'personId' | 'kind' | 'guest'> & { readonly lastOwner?: boolean };
  /** Actions to leave out: the person's page has buttons for them, or is where *edit* leads. */
  readonly without?: readonly Deed[];
  readonly onDeed: (deed: Deed) => void;
}

/** The entries of a person's menu: what makes sense for them, the red one last, after a divider. */
export function DeedItems({ person, without = [], onDeed }: DeedItemsProps) {
  const offers = useOffers()
    .offersFor(person)
    .filter(({ deed }) => !without.includes(deed));
  const item = (offer: Offer) => <DeedItem key={offer.deed} offer={offer} person={person} onDeed={onDeed} />;
  const last = offers.filter(({ deed }) => isFinal(deed));
  return (
    <>
      {offers.filter(({ deed }) => !isFinal(deed)).map(item)}
      {last.length > 0 ? <Menu.Divider /> : null}
      {last.map(item)}
    </>
  );
}

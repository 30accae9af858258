import { Button } from '@mantine/core';
import { IconMailUp } from '@tabler/icons-react';
import type { GuestFacts, UserRow } from '#contract/users.ts';
import { words } from '../../app/words.ts';
import { RowAction } from '../../components/RowAction.tsx';
import { useAccessState } from '../guests/use-access-state.ts';
import { deedLabel, hindrance } from './DeedItems.tsx';
import type { Deed, Offer } from './deeds.ts';
import classes from './RowMenu.module.css';
import { useOffers } from './use-offers.ts';

interface RowButtonProps {
  readonly row: UserRow;
  /** Whether there is room for the words of a guest's action. */
  readonly worded: boolean;
  readonly onDeed: (deed: Deed) => void;
}

/** Looks disabled and is read out so, but stays reachable, so that the reason can be read. */
const offIf = (why: string | undefined) =>
  why ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': why } : {};

interface OfferButtonProps extends RowButtonProps {
  readonly offer: Offer;
}

function OfferButton({ row, offer, worded, onDeed }: OfferButtonProps) {
  const why = hindrance(offer);
  const name = deedLabel(offer.deed, row);
  const shared = {
    'aria-label': words.users.actions.reinviteThis(name, row.name || row.email),
    tabIndex: -1,
    onClick: () => (why ? undefined : onDeed(offer.deed)),
    ...offIf(why),
  };
  return worded ? (
    <Button variant="default" size="xs" className={classes.worded ?? ''} data-tip={why} {...shared}>
      {name}
    </Button>
  ) : (
    <RowAction className={classes.reinvite ?? ''} data-tip={why ?? name} {...shared}>
      <IconMailUp size={16} stroke={1.6} aria-hidden />
    </RowAction>
  );
}

/** *Renew* beside a guest whose access ends soon. */
function Renew(props: RowButtonProps & { readonly guest: GuestFacts }) {
  const state = useAccessState(props.guest);
  const offer = useOffers().offerOf('renew', props.row);
  return offer && state.kind === 'running' && state.soon ? <OfferButton {...props} offer={offer} /> : null;
}

/**
 * The one action that a row offers outside its menu: *Reinvite* beside everybody who has not accepted, *Invite again*
 * beside a guest whose time is over, *Renew* where it soon will be.
 */
export function RowButton(props: RowButtonProps) {
  const { row, worded } = props;
  const offer = useOffers().offerOf('reinvite', row);
  if (offer) return <OfferButton {...props} worded={worded && offer.deed === 'inviteAgain'} offer={offer} />;
  return row.guest && worded ? <Renew {...props} guest={row.guest} /> : null;
}

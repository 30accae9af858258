import { type ReactNode, useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { UserRow } from '#contract/users.ts';
import { call, desktop } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { mailWaits, useOutboxState } from '../../app/outbox-state.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { type KindChange, KindDialog } from '../guests/KindDialog.tsx';
import { lastDayInWords } from '../guests/time-left.ts';
import { type Deed, offerOf } from './deeds.ts';
import { type Final, FinalDialog } from './FinalDialog.tsx';

/** The person an action is for: a row of the list, or what the page of one user knows. */
export type DeedPerson = Pick<UserRow, 'membershipId' | 'personId' | 'name' | 'email' | 'status' | 'kind' | 'guest'> & {
  readonly lastOwner?: boolean;
};

interface Deeds {
  /** Does it if it makes sense and is allowed; final actions ask first. `revoke` removes people who have joined. */
  readonly run: (deed: Deed, person: DeedPerson) => void;
  /** The question before final actions; the page has to render it. */
  readonly dialog: ReactNode;
}

type Asked = 'revoke' | 'remove' | 'makeUser' | 'makeGuest';
const isAsked = (deed: Deed): deed is Asked =>
  deed === 'revoke' || deed === 'remove' || deed === 'makeUser' || deed === 'makeGuest';

const called = (person: DeedPerson) => person.name || person.email;

/** The actions of the row menu, of its keys and of the page of one user. */
export function useDeeds(): Deeds {
  const { place, may, person: operator } = useSession();
  const [asked, setAsked] = useState<Final | null>(null);
  const [change, setChange] = useState<KindChange | null>(null);
  const [opened, setOpened] = useState<'final' | 'kind' | null>(null);
  const say = words.users.done;
  const guestSay = words.guests.done;
  const waits = mailWaits(useOutboxState());

  const perform = async (deed: Exclude<Deed, Asked>, person: DeedPerson) => {
    const input = { organizationId: place.id, membershipId: person.membershipId };
    switch (deed) {
      case 'edit':
        return go(`/users/${person.membershipId}`);
      case 'copyEmail':
        await desktop.copyText(person.email);
        return toast(say.emailCopied(person.email));
      case 'copyLink': {
        // called directly: no cache of the page may keep a usable link
        const { link, validUntil } = await call('invitations.copyLink', input);
        await desktop.copyText(link);
        toast(say.linkCopied(called(person), dateAndTime(validUntil, Date.now(), place.timeZone, words.desktop.time)));
        return refreshAfter('invitations.copyLink');
      }
      case 'sendAgain':
        await call('invitations.sendAgain', input);
        toast(say.sentAgain(called(person), waits));
        return refreshAfter('invitations.sendAgain');
      case 'reinvite':
        await call('invitations.reinvite', input);
        toast(say.reinvited(called(person), waits));
        return refreshAfter('invitations.reinvite');
      case 'extend': {
        const { validUntil } = await call('invitations.extend', input);
        toast(say.extended(called(person), dateAndTime(validUntil, Date.now(), place.timeZone, words.desktop.time)));
        return refreshAfter('invitations.extend');
      }
      case 'renew': {
        const { endsAt } = await call('guests.renew', { ...input, notify: true });
        toast(guestSay.renewed(called(person), lastDayInWords(endsAt, place.timeZone, words.desktop.time)));
        return refreshAfter('guests.renew');
      }
      case 'inviteAgain':
        await call('guests.inviteAgain', input);
        toast(guestSay.invitedAgain(called(person), waits));
        return refreshAfter('guests.inviteAgain');
      case 'suspend':
        await call('users.suspend', input);
        toast(say.suspended(called(person)));
        return refreshAfter('users.suspend');
      case 'reactivate':
        await call('users.reactivate', input);
        toast(say.reactivated(called(person)));
        return refreshAfter('users.reactivate');
      default:
        return assertNever(deed);
    }
  };

  const run = (deed: Deed, person: DeedPerson) => {
    const offer = offerOf(deed, { ...person, own: person.personId === operator.id }, may);
    if (!offer || offer.lacks || offer.bar) return;
    const { deed: meant } = offer;
    if (!isAsked(meant)) {
      void perform(meant, person).catch(toastError);
      return;
    }
    const { membershipId, name, email, kind } = person;
    if (meant === 'makeUser' || meant === 'makeGuest') {
      setChange({ deed: meant, membershipId, name, email });
      setOpened('kind');
    } else {
      setAsked({ deed: meant, kind, membershipId, name, email });
      setOpened('final');
    }
  };
  const close = () => setOpened(null);

  // rendered from the start: a dialog that is open when mounted does not know where to return the focus
  const dialog = (
    <>
      <FinalDialog asked={asked} opened={opened === 'final'} onClose={close} />
      <KindDialog change={change} opened={opened === 'kind'} onClose={close} />
    </>
  );
  return { run, dialog };
}

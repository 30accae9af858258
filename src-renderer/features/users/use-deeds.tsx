import { type ReactNode, useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { UserRow } from '#contract/users.ts';
import { call, desktop } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { type Deed, offerOf } from './deeds.ts';
import { type Final, FinalDialog } from './FinalDialog.tsx';

/** Whom a deed is done to: a row of the list, or what the page of one user knows. */
export type DeedPerson = Pick<UserRow, 'membershipId' | 'personId' | 'name' | 'email' | 'status'> & {
  readonly lastOwner?: boolean;
};

interface Deeds {
  /** Does it when it makes sense and is allowed; what is final asks first. `revoke` removes whoever has joined. */
  readonly run: (deed: Deed, person: DeedPerson) => void;
  /** The question before what is final; to be put into the page. */
  readonly dialog: ReactNode;
}

const called = (person: DeedPerson) => person.name || person.email;

/** The deeds of the row menu, of its keys and of the page of one user. */
export function useDeeds(): Deeds {
  const { place, may, person: operator } = useSession();
  const [asked, setAsked] = useState<Final | null>(null);
  const [opened, setOpened] = useState(false);
  const say = words.users.done;

  const perform = async (deed: Exclude<Deed, 'revoke' | 'remove'>, person: DeedPerson) => {
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
        toast(say.sentAgain(called(person)));
        return refreshAfter('invitations.sendAgain');
      case 'reinvite':
        await call('invitations.reinvite', input);
        toast(say.reinvited(called(person)));
        return refreshAfter('invitations.reinvite');
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
    if (offer.deed !== 'revoke' && offer.deed !== 'remove') {
      void perform(offer.deed, person).catch(toastError);
      return;
    }
    const { membershipId, name, email } = person;
    setAsked({ deed: offer.deed, membershipId, name, email });
    setOpened(true);
  };

  // there from the start: a dialog that is born open does not know whom to give the focus back to
  const dialog = <FinalDialog asked={asked} opened={opened} onClose={() => setOpened(false)} />;
  return { run, dialog };
}

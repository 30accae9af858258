import { type ReactNode, useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { UserRow } from '#contract/users.ts';
import { call, desktop } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { type Deed, offersFor } from './deeds.ts';
import { RevokeDialog } from './RevokeDialog.tsx';

interface Deeds {
  /** Does it when it makes sense and is allowed; revoking asks first. */
  readonly run: (deed: Deed, row: UserRow) => void;
  /** The question before revoking; to be put into the page. */
  readonly dialog: ReactNode;
}

const called = (row: UserRow) => row.name || row.email;

/** The deeds of the row menu and of its keys. */
export function useDeeds(): Deeds {
  const { place, may } = useSession();
  const [asked, setAsked] = useState<UserRow | null>(null);
  const [opened, setOpened] = useState(false);
  const say = words.users.done;

  const perform = async (deed: Exclude<Deed, 'revoke'>, row: UserRow) => {
    const input = { organizationId: place.id, membershipId: row.membershipId };
    switch (deed) {
      case 'copyLink': {
        // called directly: no cache of the page may keep a usable link
        const { link, validUntil } = await call('invitations.copyLink', input);
        await desktop.copyText(link);
        toast(say.linkCopied(called(row), dateAndTime(validUntil, Date.now(), place.timeZone, words.desktop.time)));
        return refreshAfter('invitations.copyLink');
      }
      case 'sendAgain':
        await call('invitations.sendAgain', input);
        toast(say.sentAgain(called(row)));
        return refreshAfter('invitations.sendAgain');
      case 'reinvite':
        await call('invitations.reinvite', input);
        toast(say.reinvited(called(row)));
        return refreshAfter('invitations.reinvite');
      default:
        return assertNever(deed);
    }
  };

  const run = (deed: Deed, row: UserRow) => {
    const offer = offersFor(row.status, may).find((o) => o.deed === deed);
    if (!offer || offer.lacks) return;
    if (deed !== 'revoke') {
      void perform(deed, row).catch(toastError);
      return;
    }
    setAsked(row);
    setOpened(true);
  };

  // there from the start: a dialog that is born open does not know whom to give the focus back to
  const dialog = <RevokeDialog row={asked} opened={opened} onClose={() => setOpened(false)} />;
  return { run, dialog };
}

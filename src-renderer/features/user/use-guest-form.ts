import { useEffect, useMemo, useRef, useState } from 'react';
import type { GuestFacts, UserDetails } from '#contract/users.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { type GuestValues, guestCarriedOver, guestChangesBetween, guestValuesOf } from './guest-changes.ts';

/** The form for what only guests have. */
export function useGuestForm(user: UserDetails, guest: GuestFacts) {
  const { place } = useSession();
  const { roles } = user;
  const stored = useMemo(() => guestValuesOf({ guest, roles }, words.common.roles['account-manager']), [guest, roles]);
  const [values, setValues] = useState<GuestValues>(stored);
  const before = useRef(stored);
  useEffect(() => {
    if (before.current === stored) return;
    const earlier = before.current;
    before.current = stored;
    setValues((now) => guestCarriedOver(earlier, now, stored));
  }, [stored]);

  const update = useCommand('guests.update');
  const changes = guestChangesBetween(stored, values);
  const save = () =>
    update.mutate(
      { organizationId: place.id, membershipId: user.membershipId, ...changes },
      { onSuccess: () => toast(words.guests.done.updated(user.name || user.email)), onError: toastError },
    );
  return {
    values,
    change: (patch: Partial<GuestValues>) => setValues((now) => ({ ...now, ...patch })),
    dirty: Object.keys(changes).length > 0,
    saving: update.isPending,
    discard: () => setValues(stored),
    save,
  };
}

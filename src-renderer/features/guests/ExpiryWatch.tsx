import { useEffect } from 'react';
import type { Place } from '#contract/session.ts';
import { holds } from '#contract/vocabulary/permissions.ts';
import { desktop } from '../../app/api.ts';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { useNow } from '../../app/now.ts';
import { preferencesNow, savePreferences, usePreference } from '../../app/preferences.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { switchOrganization } from '../../app/switch-organization.ts';
import { dayNumber } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { expiringHref } from './use-expiring.ts';

/**
 * Shows a system notification once a day when guests lose access soon, for each organization in which the person may
 * renew them. For the one on screen, somebody working in the window sees the notice there.
 */
export function ExpiryWatch() {
  const { places } = useSession();
  return places
    .filter((place) => holds(new Set(place.permissions), 'guests:write'))
    .map((place) => <Watch key={place.id} place={place} />);
}

function Watch({ place }: { readonly place: Place }) {
  const { id, name, timeZone } = place;
  const onScreen = useSession().place.id === id;
  const today = dayNumber(useNow(), timeZone);
  const toldOn = usePreference('expiryTold')?.[id];
  const counted = useQueryOf('guests.expiring', { organizationId: id }).data;
  const expiring = counted?.expiring ?? 0;
  const noticeDays = counted?.noticeDays ?? place.guestNoticeDays;
  const due = expiring > 0 && toldOn !== today;
  useEffect(() => {
    if (!due) return;
    const { expiryTold, notifications } = preferencesNow();
    savePreferences({ expiryTold: { ...expiryTold, [id]: today } });
    if (notifications === false) return;
    void desktop.notify(name, words.guests.notice.title(expiring, noticeDays), onScreen).then((clicked) => {
      if (clicked) whenFreeToLeave(() => switchOrganization(id, expiringHref));
    });
  }, [due, id, name, today, expiring, noticeDays, onScreen]);
  return null;
}

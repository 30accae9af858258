import { Button, Tooltip } from '@mantine/core';
import type { GuestFacts, UserDetails } from '#contract/users.ts';
import { isGuestPeriod } from '#contract/vocabulary/values.ts';
import { useSession } from '../../app/session.ts';
import { fullDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { GuardedSwitch, useWhyNot } from '../../components/Guarded.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { DaysField } from '../guests/DaysField.tsx';
import { mayMakeAccountManager } from '../guests/rights.ts';
import { SponsorField } from '../guests/SponsorField.tsx';
import { leftInWords } from '../guests/time-left.ts';
import { useAccessState } from '../guests/use-access-state.ts';
import card from './Card.module.css';
import classes from './Guest.module.css';
import { useGuestForm } from './use-guest-form.ts';

const say = words.guests.card;
const { invite } = words.guests;
const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

/** The last day of access and the time left. */
function End({ guest }: { readonly guest: GuestFacts }) {
  const { timeZone } = useSession().place;
  const state = useAccessState(guest);
  const { time } = words.desktop;
  const soon = state.kind === 'running' && state.soon;
  return (
    <dl className={classes.end}>
      <div>
        <dt>{say.lastDay}</dt>
        <dd>
          {state.kind === 'not-started' ? (
            <span className="gh-dim">{words.guests.afterAcceptanceWhy}</span>
          ) : (
            fullDate(state.lastDay, timeZone, time)
          )}
        </dd>
      </div>
      {state.kind === 'not-started' ? null : (
        <div>
          <dt>{say.left}</dt>
          <dd className={soon ? 'gh-warn' : state.kind === 'ended' ? 'gh-dim' : ''}>
            {state.kind === 'ended' ? words.guests.ended : leftInWords(state, time)}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface GuestProps {
  readonly user: UserDetails;
  readonly guest: GuestFacts;
}

/** What only guests have: end of access, period, sponsor and permissions. */
export function Guest({ user, guest }: GuestProps) {
  const { place, person } = useSession();
  const form = useGuestForm(user, guest);
  const { values, change, dirty, saving } = form;
  const lacks = useWhyNot('guests:write');
  const mayInvite = useWhyNot('guests:invite');
  // nobody extends their own access
  const own = person.id === user.personId ? words.users.actions.bars.yourself : undefined;
  const off = lacks ?? own;
  const manages = mayMakeAccountManager(place.permissions) ? undefined : invite.notYours;
  const renewable = user.status === 'active' && guest.endsAt !== null;
  const blocked = off !== undefined || !dirty || !isGuestPeriod(values.days) || saving;
  return (
    <section className={card.card} aria-labelledby="user-guest">
      <div className={card.head}>
        <h2 id="user-guest" className={card.title}>
          {say.title}
        </h2>
      </div>
      <div className={classes.body}>
        <End guest={guest} />
        <Tooltip label={off ?? ''} disabled={!off}>
          <div className={classes.fields}>
            <DaysField
              value={values.days}
              onChange={(days) => change({ days })}
              description={renewable ? say.daysHint : say.daysHintPending}
              inputWrapperOrder={below}
              readOnly={off !== undefined}
              disabled={saving}
            />
            <SponsorField
              value={values.sponsor}
              onChange={(sponsor) => change({ sponsor })}
              description={values.sponsor ? invite.sponsorHint : say.noSponsor}
              inputWrapperOrder={below}
              readOnly={off !== undefined}
              disabled={saving}
            />
          </div>
        </Tooltip>
        <div className={classes.toggles}>
          <GuardedSwitch
            why={off ?? manages}
            label={invite.accountManager}
            description={invite.accountManagerHint}
            checked={values.accountManager}
            disabled={saving}
            onChange={(accountManager) => change({ accountManager })}
          />
          <GuardedSwitch
            why={off ?? mayInvite}
            label={invite.mayInvite}
            description={invite.mayInviteHint}
            checked={values.mayInviteGuests}
            disabled={saving}
            onChange={(mayInviteGuests) => change({ mayInviteGuests })}
          />
        </div>
      </div>
      <div className={card.foot}>
        <p className={card.facts} role="status">
          {dirty ? say.unsaved : renewable ? say.renewal(guest.days) : invite.period(guest.days)}
        </p>
        <Button variant="default" onClick={form.discard} disabled={!dirty || saving}>
          {say.discard}
        </Button>
        <Tooltip label={off ?? ''} disabled={!off}>
          <Button
            onClick={() => (blocked ? undefined : form.save())}
            loading={saving}
            {...(blocked ? { 'data-disabled': true, 'aria-disabled': true } : {})}
          >
            {say.save}
          </Button>
        </Tooltip>
      </div>
      <LeaveGuard active={dirty} />
    </section>
  );
}

import { Textarea } from '@mantine/core';
import { longestNote } from '#contract/vocabulary/guests.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { GuardedSwitch, useWhyNot } from '../../components/Guarded.tsx';
import { MailLanguage } from '../../components/MailLanguage.tsx';
import { Choose } from '../invitations/Choose.tsx';
import { useChoices } from '../invitations/use-choices.ts';
import { DaysField } from './DaysField.tsx';
import classes from './InviteGuests.module.css';
import { mayMakeAccountManager } from './rights.ts';
import { SponsorField } from './SponsorField.tsx';
import type { GuestInvite } from './use-guest-invite.ts';

interface TermsProps {
  readonly invite: Pick<GuestInvite, 'draft' | 'change' | 'days'>;
  readonly disabled: boolean;
  /** Choosing nobody means the operator; false where somebody else wrote the draft. */
  readonly ownIfNone?: boolean;
}

const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];
const say = words.guests.invite;

/** What every guest of the invitation gets: rights, period, sponsor, teams, and a word from the inviter. */
export function Terms({ invite, disabled, ownIfNone = true }: TermsProps) {
  const { place } = useSession();
  const { teams } = useChoices(place.id);
  const { draft, change, days } = invite;
  const mayInvite = useWhyNot('guests:invite');
  return (
    <>
      <fieldset className={classes.toggles}>
        <legend>{say.permissions}</legend>
        <GuardedSwitch
          why={mayMakeAccountManager(place.permissions) ? undefined : say.notYours}
          label={say.accountManager}
          description={say.accountManagerHint}
          checked={draft.accountManager}
          disabled={disabled}
          onChange={(accountManager) => change({ accountManager })}
        />
        <GuardedSwitch
          why={mayInvite}
          label={say.mayInvite}
          description={say.mayInviteHint}
          checked={draft.mayInviteGuests}
          disabled={disabled}
          onChange={(mayInviteGuests) => change({ mayInviteGuests })}
        />
      </fieldset>
      <div className={classes.fields}>
        <DaysField
          value={days}
          onChange={(next) => change({ days: next })}
          description={say.daysHint}
          inputWrapperOrder={below}
          disabled={disabled}
        />
        <SponsorField
          value={draft.sponsor}
          onChange={(sponsor) => change({ sponsor })}
          ownIfNone={ownIfNone}
          description={say.sponsorHint}
          inputWrapperOrder={below}
          disabled={disabled}
        />
        <Choose
          what={say.teams}
          label={say.teams}
          choices={teams}
          value={draft.teams}
          onChange={(next) => change({ teams: next })}
          placeholder={words.common.optional}
          disabled={disabled}
        />
        <MailLanguage
          value={draft.language}
          own={place.language}
          onChange={(language) => change({ language })}
          disabled={disabled}
        />
      </div>
      <Textarea
        label={say.note}
        description={say.noteHint}
        inputWrapperOrder={below}
        placeholder={words.common.optional}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={longestNote}
        value={draft.note}
        disabled={disabled}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  );
}

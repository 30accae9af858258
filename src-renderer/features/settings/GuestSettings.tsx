import { NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Organization } from '#contract/organizations.ts';
import { isGuestPeriod } from '#contract/vocabulary/values.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { DaysField } from '../guests/DaysField.tsx';
import { daysIn, domainsIn, domainsProblem } from './guest-form.ts';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const say = words.guests.settings;
const isNotice = (days: number | string) => Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 90;

/** How long guests stay, who is told of the end and when, and where guests may come from. */
export function GuestSettings({ stored }: { readonly stored: Organization }) {
  const { may } = useSession();
  const update = useCommand('organizations.update');
  // errors in a list are shown only once somebody has finished with it
  const [tried, setTried] = useState(false);
  const settings = useStoredForm(
    {
      guestDays: stored.guestDays as number | string,
      guestNoticeDays: stored.guestNoticeDays as number | string,
      mailDays: stored.guestMailDays.join(', '),
      limited: stored.partnerDomains !== null,
      domains: (stored.partnerDomains ?? []).join('\n'),
    },
    ({ guestDays, guestNoticeDays, mailDays, limited, domains }) =>
      update.mutateAsync({
        organizationId: stored.id,
        guestDays: Number(guestDays),
        guestNoticeDays: Number(guestNoticeDays),
        guestMailDays: [...(daysIn(mailDays) ?? [])],
        partnerDomains: limited ? [...domainsIn(domains)] : null,
      }),
  );
  const { form } = settings;
  const { values } = form;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const disabled = lacking !== undefined;
  const mailProblem = daysIn(values.mailDays) ? undefined : say.mailDaysBad;
  const noticeProblem = isNotice(values.guestNoticeDays) ? undefined : say.noticeDaysBad;
  const listProblem = values.limited ? domainsProblem(values.domains, say) : undefined;
  const save = () => {
    setTried(true);
    if (isGuestPeriod(values.guestDays) && !noticeProblem && !mailProblem && !listProblem) return settings.save();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
  };
  return (
    <SettingsFrame
      title={words.settings.pages.guests}
      lead={say.lead}
      settings={{ ...settings, save }}
      lacking={lacking}
    >
      <div className={fields.halves}>
        <DaysField
          label={say.days}
          description={say.daysHint}
          inputWrapperOrder={below}
          disabled={disabled}
          value={values.guestDays}
          onChange={(days) => form.setFieldValue('guestDays', days)}
        />
        <NumberInput
          label={say.noticeDays}
          description={say.noticeDaysHint}
          inputWrapperOrder={below}
          min={1}
          max={90}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          disabled={disabled}
          {...form.getInputProps('guestNoticeDays')}
          error={noticeProblem}
        />
      </div>
      <TextInput
        label={say.mailDays}
        description={say.mailDaysHint}
        inputWrapperOrder={below}
        disabled={disabled}
        {...form.getInputProps('mailDays')}
        error={mailProblem}
      />
      <h3 className={frame.section}>{say.partners}</h3>
      <Switch
        label={say.limited}
        description={say.limitedHint}
        disabled={disabled}
        {...form.getInputProps('limited', { type: 'checkbox' })}
      />
      {values.limited ? (
        <Textarea
          label={say.domains}
          description={say.domainsHint}
          inputWrapperOrder={below}
          autosize
          minRows={4}
          maxRows={12}
          // one line for each error
          styles={{ error: { whiteSpace: 'pre-line' } }}
          spellCheck={false}
          disabled={disabled}
          {...form.getInputProps('domains')}
          onBlur={() => setTried(values.domains.trim() !== '')}
          error={tried ? listProblem : undefined}
        />
      ) : null}
    </SettingsFrame>
  );
}

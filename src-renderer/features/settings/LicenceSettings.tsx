import { NumberInput, Switch } from '@mantine/core';
import type { Organization } from '#contract/organizations.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { SeatMeter, takenOf } from '../../components/SeatMeter.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import classes from './LicenceSettings.module.css';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.licences;
/** What the field offers when a limit is set for the first time. */
const firstLimit = (taken: number) => Math.max(10, Math.ceil((taken * 1.2) / 10) * 10);

/** How many people the licence allows, how many seats are taken, and what takes one. */
export function LicenceSettings({ stored }: { readonly stored: Organization }) {
  const { place, may } = useSession();
  const update = useCommand('organizations.update');
  const seats = useQueryOf('organizations.seats', { organizationId: place.id }, { enabled: may('users:read') }).data;
  const taken = seats ? takenOf(seats) : 0;
  const settings = useStoredForm(
    { limited: stored.seatLimit !== null, seatLimit: (stored.seatLimit ?? '') as number | string },
    ({ limited, seatLimit }) =>
      update.mutateAsync({ organizationId: stored.id, seatLimit: limited ? Number(seatLimit) : null }),
  );
  const { form } = settings;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const disabled = lacking !== undefined;
  const setLimited = (limited: boolean) => {
    const { seatLimit } = form.getValues();
    form.setValues({ limited, seatLimit: limited && seatLimit === '' ? firstLimit(taken) : seatLimit });
  };
  return (
    <SettingsFrame title={words.settings.pages.licences} lead={wording.lead} settings={settings} lacking={lacking}>
      {seats ? (
        <div className={classes.meter}>
          <SeatMeter seats={seats} />
        </div>
      ) : null}
      <Switch
        label={wording.limited}
        description={wording.limitedHint}
        disabled={disabled}
        checked={form.values.limited}
        onChange={(event) => setLimited(event.currentTarget.checked)}
      />
      {form.values.limited ? (
        <NumberInput
          label={wording.limit}
          description={seats ? wording.limitHint(taken) : undefined}
          inputWrapperOrder={below}
          className={classes.limit ?? ''}
          min={1}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          thousandSeparator=" "
          disabled={disabled}
          {...form.getInputProps('seatLimit')}
        />
      ) : null}
      <h3 className={frame.section}>{wording.counts}</h3>
      <ul className={classes.rules}>
        {wording.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </SettingsFrame>
  );
}

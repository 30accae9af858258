import { TextInput } from '@mantine/core';
import { guessNames } from '#contract/guess-names.ts';
import type { OutputOf } from '#contract/index.ts';
import { useCommand } from '../../app/queries.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { PhoneField } from '../../components/PhoneField.tsx';
import { ownCountry, splitPhone } from '../../components/phone-numbers.ts';
import { SaveBar } from '../../components/SaveBar.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import classes from './ProfilePage.module.css';

interface DetailsProps {
  readonly stored: OutputOf<'profile.get'>;
}

/** Name and phone number; the address stays as it is. */
export function Details({ stored }: DetailsProps) {
  const { profile: say } = words;
  const update = useCommand('profile.update');
  const typed = stored.phone ? splitPhone(stored.phone) : { phone: '', country: ownCountry(navigator.language) };
  const settings = useStoredForm({ ...guessNames(stored), ...typed }, (values) => update.mutateAsync(values));
  const { form } = settings;
  const { phone, country } = form.values;
  return (
    <form
      className={classes.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (settings.dirty) settings.save();
      }}
    >
      <div>
        <h2 className={fields.title}>{say.details}</h2>
        <p className={classes.lead}>{say.detailsLead}</p>
      </div>
      <div className={fields.halves}>
        <TextInput
          label={say.firstName}
          required
          maxLength={100}
          autoComplete="given-name"
          {...form.getInputProps('firstName')}
        />
        <TextInput
          label={say.lastName}
          required
          maxLength={100}
          autoComplete="family-name"
          {...form.getInputProps('lastName')}
        />
      </div>
      <TextInput
        label={say.email}
        description={say.emailHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={stored.email}
        readOnly
        variant="filled"
      />
      <PhoneField
        value={{ phone, country }}
        onChange={(value) => form.setValues(value)}
        error={typeof form.errors.phone === 'string' ? form.errors.phone : undefined}
      />
      <SaveBar dirty={settings.dirty} saving={settings.saving} undo={settings.undo} inline />
    </form>
  );
}

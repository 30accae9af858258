import { Select, Switch, TextInput } from '@mantine/core';
import { allLanguages, ownNameOf } from '#contract/messages/languages.ts';
import type { Organization } from '#contract/organizations.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { useTimeZones } from '../session/use-time-zones.ts';
import frame from './SettingsFrame.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.organization;

export function OrganizationSettings({ stored }: { readonly stored: Organization }) {
  const { may } = useSession();
  const update = useCommand('organizations.update');
  const zones = useTimeZones(stored.timeZone);
  const settings = useStoredForm(
    {
      name: stored.name,
      timeZone: stored.timeZone,
      language: stored.language,
      contact: stored.contact ?? '',
      twoFactorRequired: stored.twoFactorRequired,
    },
    ({ contact, ...rest }) =>
      update.mutateAsync({ organizationId: stored.id, ...rest, contact: contact.trim() === '' ? null : contact }),
  );
  const { form } = settings;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const disabled = lacking !== undefined;
  return (
    <SettingsFrame title={words.settings.pages.organization} lead={wording.lead} settings={settings} lacking={lacking}>
      <TextInput label={wording.name} required disabled={disabled} maxLength={120} {...form.getInputProps('name')} />
      <Select
        label={wording.timeZone}
        description={wording.timeZoneHint}
        data={zones}
        searchable
        allowDeselect={false}
        nothingFoundMessage={wording.nothingFound}
        limit={80}
        disabled={disabled}
        {...form.getInputProps('timeZone')}
      />
      <Select
        label={wording.language}
        description={wording.languageHint}
        data={allLanguages.map((value) => ({ value, label: ownNameOf(value) }))}
        allowDeselect={false}
        disabled={disabled}
        {...form.getInputProps('language')}
      />
      <TextInput
        label={wording.contact}
        description={wording.contactHint}
        placeholder={words.common.optional}
        inputMode="email"
        disabled={disabled}
        {...form.getInputProps('contact')}
      />
      <h3 className={frame.section}>{wording.security}</h3>
      <Switch
        label={wording.twoFactor}
        description={wording.twoFactorHint}
        disabled={disabled}
        {...form.getInputProps('twoFactorRequired', { type: 'checkbox' })}
      />
    </SettingsFrame>
  );
}

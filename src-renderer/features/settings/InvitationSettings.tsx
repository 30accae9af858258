import { NumberInput, Radio, Stack, Switch } from '@mantine/core';
import type { Organization } from '#contract/organizations.ts';
import { linkLifePresets } from '#contract/values.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { useStoredForm } from '../../components/use-stored-form.ts';
import frame from './SettingsFrame.module.css';
import { SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.invitations;
const other = 'other';
const isPreset = (hours: number) => linkLifePresets.some((preset) => preset === hours);

export function InvitationSettings({ stored }: { readonly stored: Organization }) {
  const { may } = useSession();
  const update = useCommand('organizations.update');
  const settings = useStoredForm(
    {
      life: isPreset(stored.linkLifeHours) ? String(stored.linkLifeHours) : other,
      linkLifeHours: stored.linkLifeHours,
      refuseFreeMail: stored.refuseFreeMail,
      nameRequired: stored.nameRequired,
      groupRequired: stored.groupRequired,
    },
    ({ life, linkLifeHours, ...rest }) =>
      update.mutateAsync({
        organizationId: stored.id,
        ...rest,
        linkLifeHours: life === other ? linkLifeHours : Number(life),
      }),
  );
  const { form } = settings;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const disabled = lacking !== undefined;
  return (
    <SettingsFrame title={words.settings.pages.invitations} lead={wording.lead} settings={settings} lacking={lacking}>
      <Radio.Group
        label={wording.life}
        description={wording.lifeHint}
        disabled={disabled}
        {...form.getInputProps('life')}
      >
        <Stack gap={8} mt={8}>
          {linkLifePresets.map((hours) => (
            <Radio key={hours} value={String(hours)} label={words.common.lives[hours]} />
          ))}
          <Radio value={other} label={wording.otherLife} />
        </Stack>
      </Radio.Group>
      {form.values.life === other ? (
        <NumberInput
          label={wording.hours}
          w={140}
          min={1}
          max={1440}
          allowDecimal={false}
          disabled={disabled}
          {...form.getInputProps('linkLifeHours')}
        />
      ) : null}
      <h3 className={frame.section}>{wording.policies}</h3>
      <Switch
        label={wording.freeMail}
        description={wording.freeMailHint}
        disabled={disabled}
        {...form.getInputProps('refuseFreeMail', { type: 'checkbox' })}
      />
      <Switch
        label={wording.nameRequired}
        description={wording.nameRequiredHint}
        disabled={disabled}
        {...form.getInputProps('nameRequired', { type: 'checkbox' })}
      />
      <Switch
        label={wording.groupRequired}
        description={wording.groupRequiredHint}
        disabled={disabled}
        {...form.getInputProps('groupRequired', { type: 'checkbox' })}
      />
    </SettingsFrame>
  );
}

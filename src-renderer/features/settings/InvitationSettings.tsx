import { NumberInput, Radio, Select, Stack, Switch } from '@mantine/core';
import type { Organization } from '#contract/organizations.ts';
import { linkLifePresets, remindPresets } from '#contract/vocabulary/values.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { useStoredForm } from '../../components/use-stored-form.ts';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.invitations;
const other = 'other';
const none = 'none';
const isPreset = (hours: number) => linkLifePresets.some((preset) => preset === hours);

/** The usual values, and one that was set in another way. */
const hoursToChoose = ({ remindHours }: Organization): readonly number[] =>
  [...new Set([...remindPresets, ...(remindHours === null ? [] : [remindHours])])].sort((a, b) => a - b);

export function InvitationSettings({ stored }: { readonly stored: Organization }) {
  const { may } = useSession();
  const update = useCommand('organizations.update');
  const settings = useStoredForm(
    {
      life: isPreset(stored.linkLifeHours) ? String(stored.linkLifeHours) : other,
      linkLifeHours: stored.linkLifeHours,
      remind: stored.remindHours === null ? none : String(stored.remindHours),
      refuseFreeMail: stored.refuseFreeMail,
      nameRequired: stored.nameRequired,
      groupRequired: stored.groupRequired,
      approvalRequired: stored.approvalRequired,
    },
    ({ life, linkLifeHours, remind, ...rest }) =>
      update.mutateAsync({
        organizationId: stored.id,
        ...rest,
        linkLifeHours: life === other ? linkLifeHours : Number(life),
        remindHours: remind === none ? null : Number(remind),
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
      <Select
        label={wording.remind}
        description={wording.remindHint}
        inputWrapperOrder={below}
        w={280}
        allowDeselect={false}
        disabled={disabled}
        data={[
          { value: none, label: wording.noReminder },
          ...hoursToChoose(stored).map((hours) => ({ value: String(hours), label: wording.before(hours) })),
        ]}
        {...form.getInputProps('remind')}
      />
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
      <Switch
        label={wording.approvalRequired}
        description={wording.approvalRequiredHint}
        disabled={disabled}
        {...form.getInputProps('approvalRequired', { type: 'checkbox' })}
      />
    </SettingsFrame>
  );
}

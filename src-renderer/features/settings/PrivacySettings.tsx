import { Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClockExclamation, IconLock, IconTrash, IconUserOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Organization } from '#contract/organizations.ts';
import { auditDaysPresets } from '#contract/vocabulary/values.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { fullDate } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const wording = words.settings.privacy;
const forEver = 'for-ever';
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The usual values, and one that was set in another way. */
const daysToChoose = ({ auditDays }: Organization): readonly number[] =>
  [...new Set([...auditDaysPresets, ...(auditDays === null ? [] : [auditDays])])].sort((a, b) => a - b);

/** How long the audit is kept; a shorter time removes entries for good, so it asks first. */
export function PrivacySettings({ stored }: { readonly stored: Organization }) {
  const { place, may } = useSession();
  const [asked, { open, close }] = useDisclosure();
  const update = useCommand('organizations.update');
  const settings = useStoredForm({ keep: stored.auditDays === null ? forEver : String(stored.auditDays) }, ({ keep }) =>
    update.mutateAsync({ organizationId: stored.id, auditDays: keep === forEver ? null : Number(keep) }),
  );
  const { form } = settings;
  const lacking = may('settings:write') ? undefined : 'settings:write';
  const days = form.values.keep === forEver ? undefined : Number(form.values.keep);
  const { data: old } = useQueryOf(
    'audit.expiry',
    { organizationId: stored.id, days: days ?? auditDaysPresets[0] },
    { enabled: days !== undefined },
  );
  const goes = days !== undefined && old && old.entries > 0 && old.until !== null ? old : undefined;
  return (
    <>
      <SettingsFrame
        title={words.settings.pages.privacy}
        lead={wording.lead}
        settings={goes ? { ...settings, save: open } : settings}
        lacking={lacking}
      >
        {lacking || place.owner ? null : (
          <Notice kind="plain" icon={<IconLock {...icon} />}>
            {wording.ownersOnly}
          </Notice>
        )}
        {days !== undefined && old?.clockDoubted ? (
          <Notice kind="warn" icon={<IconClockExclamation {...icon} />}>
            {wording.clockDoubted}
          </Notice>
        ) : null}
        <Select
          label={wording.keep}
          description={wording.keepHint}
          inputWrapperOrder={below}
          w={440}
          maw="100%"
          allowDeselect={false}
          disabled={!place.owner || lacking !== undefined}
          data={[
            { value: forEver, label: wording.forEver },
            ...daysToChoose(stored).map((n) => ({ value: String(n), label: wording.span(n) })),
          ]}
          {...form.getInputProps('keep')}
        />
        <h3 className={frame.section}>{words.erase.list.title}</h3>
        <p className={frame.lead}>{words.erase.list.text}</p>
        <div>
          <Button
            variant="default"
            component={Link}
            href="/users?status=revoked,removed"
            leftSection={<IconUserOff {...icon} />}
          >
            {words.erase.list.open}
          </Button>
        </div>
      </SettingsFrame>
      <ConfirmDialog
        opened={asked && goes !== undefined}
        onClose={close}
        title={wording.ask.title}
        subject={days === undefined ? '' : wording.span(days)}
        text={goes ? wording.ask.text(goes.entries, fullDate(goes.until ?? 0, place.timeZone, words.desktop.time)) : ''}
        keep={wording.ask.keep}
        confirm={wording.ask.confirm}
        icon={<IconTrash size={16} stroke={1.6} aria-hidden />}
        busy={settings.saving}
        onConfirm={() => {
          close();
          settings.save();
        }}
      />
    </>
  );
}

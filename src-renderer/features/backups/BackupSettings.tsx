import { Button, PasswordInput, Switch, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFolderOpen } from '@tabler/icons-react';
import type { ErrorReport } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { desktop } from '../../app/api.ts';
import { useNow } from '../../app/now.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import frame from '../settings/SettingsFrame.module.css';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { BackupList } from './BackupList.tsx';
import classes from './Backups.module.css';

const say = words.backups;
type Stored = OutputOf<'backups.settings'>;

const valuesOf = ({ automatic, folder, hasPassphrase }: Stored) => ({
  automatic,
  folder: folder ?? '',
  encrypt: hasPassphrase,
  passphrase: '',
});

/** Why the last automatic backup failed; stays until one succeeds. */
function Failed({ failure }: { readonly failure: NonNullable<Stored['failure']> }) {
  const { place } = useSession();
  const when = dateAndTime(failure.at, useNow(), place.timeZone, words.desktop.time);
  return (
    <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
      <b>{say.failed(when)}</b> {wordError(words, failure.error as ErrorReport)} {say.failedHint}
    </Notice>
  );
}

/** Whether, where and how backups are made, and the existing ones. */
export function BackupSettings({ stored }: { readonly stored: Stored }) {
  const save = useCommand('backups.saveSettings');
  const settings = useStoredForm(
    valuesOf(stored),
    ({ automatic, folder, encrypt, passphrase }) =>
      save.mutateAsync({
        automatic,
        folder: folder || null,
        ...(encrypt ? (passphrase === '' && stored.hasPassphrase ? {} : { passphrase }) : { passphrase: null }),
      }),
    (values) => ({ ...values, passphrase: '' }),
  );
  const { form } = settings;
  const { folder, encrypt } = form.values;
  const choose = () =>
    void desktop.chooseFolder().then((chosen) => chosen && form.setFieldValue('folder', chosen), toastError);
  return (
    <SettingsFrame
      title={words.settings.pages.backups}
      lead={say.lead}
      settings={settings}
      lacking={undefined}
      behind={<BackupList />}
    >
      {stored.failure ? <Failed failure={stored.failure} /> : null}
      <Switch
        label={say.automatic}
        description={say.automaticHint}
        {...form.getInputProps('automatic', { type: 'checkbox' })}
      />
      <div>
        <div className={classes.folder}>
          <TextInput
            label={say.folder}
            readOnly
            title={folder || stored.usualFolder}
            placeholder={say.usualFolder}
            {...form.getInputProps('folder')}
          />
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} stroke={1.6} aria-hidden />}
            onClick={choose}
          >
            {say.choose}
          </Button>
        </div>
        <p className={classes.hint}>
          {say.folderHint}{' '}
          {folder ? (
            <Button size="compact-xs" variant="subtle" onClick={() => form.setFieldValue('folder', '')}>
              {say.useUsual}
            </Button>
          ) : null}
        </p>
      </div>
      <Switch
        label={say.encrypt}
        description={say.encryptHint}
        {...form.getInputProps('encrypt', { type: 'checkbox' })}
      />
      {encrypt ? (
        <PasswordInput
          label={say.passphrase}
          description={say.passphraseHint}
          placeholder={stored.hasPassphrase ? say.stored : ''}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          aria-invalid={form.errors.passphrase ? true : undefined}
          {...form.getInputProps('passphrase')}
        />
      ) : (
        <p className={`${frame.lead} ${classes.flat}`}>{say.plain}</p>
      )}
    </SettingsFrame>
  );
}

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFolderOpen } from '@tabler/icons-react';
import { useId } from 'react';
import type { PemFile } from '#contract/desktop.ts';
import type { ErrorReport } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { desktop } from '../../app/api.ts';
import { useNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import type { StoredForm } from '../../components/use-stored-form.ts';
import backups from '../backups/Backups.module.css';
import type { PortalForm } from './portal-form.ts';
import frame from './SettingsFrame.module.css';

const say = words.https;
type Stored = OutputOf<'portal.settings'>;

interface PartProps {
  readonly form: StoredForm<PortalForm>['form'];
  readonly disabled: boolean;
}

/** One file: its name, read-only, and a button whose dialog is the only way to choose another. */
function FileChoice({
  form,
  disabled,
  field,
  which,
}: PartProps & { field: 'certificateFile' | 'keyFile'; which: PemFile }) {
  const choose = () =>
    void desktop
      .choosePem(which)
      .then((chosen) => chosen && form.setFieldValue(`certificate.${field}`, chosen), toastError);
  return (
    <div className={backups.folder}>
      <TextInput
        label={say[field]}
        readOnly
        disabled={disabled}
        title={form.values.certificate[field] || undefined}
        placeholder={say.none}
        {...form.getInputProps(`certificate.${field}`)}
      />
      <Button
        variant="default"
        disabled={disabled}
        leftSection={<IconFolderOpen size={16} stroke={1.6} aria-hidden />}
        aria-label={which === 'key' ? say.chooseKey : say.chooseCertificate}
        onClick={choose}
      >
        {say.choose}
      </Button>
    </div>
  );
}

/** Who the stored certificate is for, how long it is valid, and what is wrong with it. */
function CertificateFacts({ certificate }: { readonly certificate: NonNullable<Stored['certificate']> }) {
  const { place } = useSession();
  const now = useNow();
  const { names, endsAt, endsSoon, trouble } = certificate;
  const until = endsAt === null ? undefined : dateAndTime(endsAt, now, place.timeZone, words.desktop.time);
  return (
    <>
      {trouble ? (
        <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          {wordError(words, trouble as ErrorReport)}
        </Notice>
      ) : endsSoon && until ? (
        <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          <b>{say.soon.title(until)}.</b> {say.soon.text}
        </Notice>
      ) : null}
      {until ? (
        <dl className={frame.facts}>
          <dt>{say.names}</dt>
          <dd>{names.join(', ')}</dd>
          <dt>{say.until}</dt>
          <dd>{until}</dd>
        </dl>
      ) : null}
    </>
  );
}

/** Who encrypts: the portal with a certificate, or a proxy that it trusts. */
export function PortalEncryption({ form, disabled, stored }: PartProps & { readonly stored: Stored }) {
  const id = useId();
  const { https, baseUrl, certificate } = form.values;
  const { certificateFile, keyFile } = certificate;
  // each one is checked separately
  const refused = Object.entries(form.errors).find(([path]) => path.startsWith('trustedProxies'))?.[1];
  const asStored = certificateFile === stored.certificate?.certificateFile && keyFile === stored.certificate.keyFile;
  return (
    <>
      <h3 className={frame.section} id={id}>
        {say.encryption}
      </h3>
      <SegmentedControl
        aria-labelledby={id}
        disabled={disabled}
        fullWidth
        data={[
          { value: 'proxy', label: say.modes.proxy },
          { value: 'own', label: say.modes.own },
        ]}
        value={https ? 'own' : 'proxy'}
        onChange={(value) => form.setFieldValue('https', value === 'own')}
      />
      <p className={frame.hint}>{https ? say.ownHint : say.proxyHint}</p>
      {https ? (
        <>
          <FileChoice form={form} disabled={disabled} field="certificateFile" which="certificate" />
          <FileChoice form={form} disabled={disabled} field="keyFile" which="key" />
          {stored.certificate && asStored ? <CertificateFacts certificate={stored.certificate} /> : null}
          {/^http:/i.test(baseUrl.trim()) ? (
            <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
              {say.needsHttps}
            </Notice>
          ) : null}
        </>
      ) : /^https:/i.test(baseUrl.trim()) ? (
        <Notice kind="info" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
          {say.noProxy}
        </Notice>
      ) : null}
      <TextInput
        label={say.proxies}
        description={say.proxiesHint}
        placeholder={words.common.optional}
        disabled={disabled}
        {...form.getInputProps('trustedProxies')}
        error={refused}
        aria-invalid={refused ? true : undefined}
      />
    </>
  );
}

import { Input, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconMailOff } from '@tabler/icons-react';
import type { MailSettings as Stored } from '#contract/mail.ts';
import { type MailSecurity, mailSecurities } from '#contract/vocabulary/mail.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Notice } from '../../components/Notice.tsx';
import { PauseBanner } from '../../components/PauseBanner.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { MailLogin } from './MailLogin.tsx';
import { MailTest } from './MailTest.tsx';
import { mailInput, mailValues, portAfter, usualPort, withoutSecrets } from './mail-form.ts';
import frame from './SettingsFrame.module.css';
import { below, SettingsFrame } from './SettingsFrame.tsx';

const wording = words.mail.settings;
const warning = (text: string) => (
  <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
    {text}
  </Notice>
);

export function MailSettings({ stored }: { readonly stored: Stored | null }) {
  const { place, may } = useSession();
  const save = useCommand('mail.save');
  const settings = useStoredForm(
    mailValues(stored),
    (values) => save.mutateAsync(mailInput(place.id, values)),
    withoutSecrets,
  );

  const { form } = settings;
  const lacking = may('mail:write') ? undefined : 'mail:write';
  const disabled = lacking !== undefined;
  const { security, acceptAnyCertificate } = form.values;
  const chooseSecurity = (next: string) => {
    const after = next as MailSecurity;
    form.setValues({ security: after, port: portAfter(form.values.port, security, after) });
  };
  const field = (name: keyof typeof form.values) => ({ disabled, ...form.getInputProps(name) });
  return (
    <SettingsFrame
      title={words.settings.pages.mail}
      lead={wording.lead}
      settings={settings}
      lacking={lacking}
      behind={<MailTest values={form.values} onFieldErrors={form.setErrors} disabled={disabled} />}
    >
      {stored ? (
        <PauseBanner />
      ) : (
        <Notice kind="plain" icon={<IconMailOff size={16} stroke={1.6} aria-hidden />}>
          {wording.none}
        </Notice>
      )}
      <h3 className={frame.section}>{wording.server}</h3>
      <div className={frame.pair}>
        <TextInput
          label={wording.host}
          required
          placeholder="smtp.example.com"
          spellCheck={false}
          autoComplete="off"
          {...field('host')}
        />
        <NumberInput
          label={wording.port}
          required
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          placeholder={String(usualPort[security])}
          {...field('port')}
        />
      </div>
      <Input.Wrapper
        label={wording.security}
        description={security === 'none' ? undefined : wording.securityHints[security]}
      >
        <div>
          <SegmentedControl
            mt={4}
            aria-label={wording.security}
            value={security}
            onChange={chooseSecurity}
            disabled={disabled}
            data={mailSecurities.map((value) => ({ value, label: wording.securities[value] }))}
          />
        </div>
      </Input.Wrapper>
      {security === 'none' ? warning(wording.securityHints.none) : null}
      {security === 'none' ? null : (
        <Switch
          label={wording.acceptAny}
          disabled={disabled}
          {...form.getInputProps('acceptAnyCertificate', { type: 'checkbox' })}
        />
      )}
      {acceptAnyCertificate && security !== 'none' ? warning(wording.acceptAnyHint) : null}
      <MailLogin form={form} stored={stored} disabled={disabled} />
      <h3 className={frame.section}>{wording.envelope}</h3>
      <div className={fields.halves}>
        <TextInput label={wording.sender} required inputMode="email" spellCheck={false} {...field('sender')} />
        <TextInput label={wording.senderName} placeholder={place.name} {...field('senderName')} />
      </div>
      <TextInput
        label={wording.replyTo}
        description={wording.replyToHint}
        placeholder={words.common.optional}
        inputMode="email"
        spellCheck={false}
        {...field('replyTo')}
      />
      <h3 className={frame.section}>{wording.pace}</h3>
      <NumberInput
        label={wording.perMinute}
        description={wording.perMinuteHint}
        inputWrapperOrder={below}
        placeholder={wording.noLimit}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        styles={{ input: { maxWidth: 232 } }}
        {...field('perMinute')}
      />
    </SettingsFrame>
  );
}

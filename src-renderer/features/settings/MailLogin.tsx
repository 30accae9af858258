import { Input, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { MailSettings as Stored } from '#contract/mail.ts';
import { type MailAuth, mailAuths } from '#contract/vocabulary/mail.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { MailOauth } from './MailOauth.tsx';
import { forAuth, type MailValues } from './mail-form.ts';
import frame from './SettingsFrame.module.css';

const wording = words.mail.settings;

export interface MailLoginProps {
  readonly form: UseFormReturnType<MailValues>;
  readonly stored: Stored | null;
  readonly disabled: boolean;
}

/** How to log in to the server: not at all, with a password, or with OAuth 2. */
export function MailLogin({ form, stored, disabled }: MailLoginProps) {
  const { auth } = form.values;
  return (
    <>
      <h3 className={frame.section}>{wording.account}</h3>
      <Input.Wrapper label={wording.auth} description={wording.authHints[auth]}>
        <div>
          <SegmentedControl
            mt={4}
            aria-label={wording.auth}
            value={auth}
            onChange={(next) => {
              form.setValues(forAuth(form.values, next as MailAuth));
              form.clearErrors();
            }}
            disabled={disabled}
            data={mailAuths.map((value) => ({ value, label: wording.auths[value] }))}
          />
        </div>
      </Input.Wrapper>
      {auth === 'password' ? (
        <div className={fields.halves}>
          <TextInput
            label={wording.login}
            required
            spellCheck={false}
            autoComplete="off"
            disabled={disabled}
            {...form.getInputProps('login')}
          />
          <PasswordInput
            label={wording.password}
            placeholder={stored?.hasPassword ? wording.stored : ''}
            autoComplete="new-password"
            disabled={disabled}
            aria-invalid={form.errors.password ? true : undefined}
            {...form.getInputProps('password')}
          />
        </div>
      ) : null}
      {auth === 'oauth2' ? <MailOauth form={form} stored={stored} disabled={disabled} /> : null}
    </>
  );
}

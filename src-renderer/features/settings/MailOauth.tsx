import { Input, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { type OauthProvider, oauthProviders } from '#contract/vocabulary/mail-oauth.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import type { MailLoginProps } from './MailLogin.tsx';
import { forProvider } from './mail-form.ts';
import { below } from './SettingsFrame.tsx';

const { oauth: wording, stored: storedWord } = words.mail.settings;

/** What is needed to get access tokens. Choosing a provider fills in what is the same for everybody, without asking it. */
export function MailOauth({ form, stored, disabled }: MailLoginProps) {
  const { provider } = form.values.oauth;
  const oauth = stored?.oauth;
  const plain = { spellCheck: false, autoComplete: 'off', disabled } as const;
  const secret = (name: 'oauth.clientSecret' | 'oauth.refreshToken') => ({
    autoComplete: 'new-password',
    disabled,
    inputWrapperOrder: below,
    // Mantine does not set it on this kind of field, and the first wrong field is found by it
    'aria-invalid': form.errors[name] ? true : undefined,
    ...form.getInputProps(name),
  });
  return (
    <>
      <Input.Wrapper label={wording.provider} description={wording.hints[provider]}>
        <div>
          <SegmentedControl
            mt={4}
            aria-label={wording.provider}
            value={provider}
            onChange={(next) => form.setValues(forProvider(form.values, next as OauthProvider))}
            disabled={disabled}
            data={oauthProviders.map((value) => ({ value, label: wording.providers[value] }))}
          />
        </div>
      </Input.Wrapper>
      <TextInput label={wording.login} required inputMode="email" {...plain} {...form.getInputProps('login')} />
      <div className={fields.halves}>
        <TextInput label={wording.clientId} required {...plain} {...form.getInputProps('oauth.clientId')} />
        <PasswordInput
          label={wording.clientSecret}
          description={wording.clientSecretHint}
          placeholder={oauth?.hasClientSecret ? storedWord : ''}
          {...secret('oauth.clientSecret')}
        />
      </div>
      <PasswordInput
        label={wording.refreshToken}
        description={wording.refreshTokenHint}
        required={!oauth}
        placeholder={oauth ? storedWord : ''}
        {...secret('oauth.refreshToken')}
      />
      <TextInput
        label={wording.endpoint}
        description={wording.endpointHint}
        inputWrapperOrder={below}
        required
        inputMode="url"
        {...plain}
        {...form.getInputProps('oauth.endpoint')}
      />
      <TextInput
        label={wording.scope}
        description={wording.scopeHint}
        inputWrapperOrder={below}
        {...plain}
        {...form.getInputProps('oauth.scope')}
      />
    </>
  );
}

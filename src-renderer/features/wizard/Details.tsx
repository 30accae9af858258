import { Anchor, SegmentedControl, TextInput } from '@mantine/core';
import type { InvitableKind } from '#contract/vocabulary/invitations.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { MailLanguage } from '../../components/MailLanguage.tsx';
import { RolesField } from '../invitations/RolesField.tsx';
import classes from './Details.module.css';
import type { Draft } from './draft.ts';
import type { WizardState } from './use-wizard.ts';

interface DetailsProps {
  readonly wizard: WizardState;
  readonly onGo: (to: string) => void;
}

const say = words.wizard.details;
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Who it is. An address that is already taken is reported here, before anything is created. */
export function Details({ wizard, onGo }: DetailsProps) {
  const { draft, change, problems, address, roles, belongings } = wizard;
  const { note } = address;
  const { place } = useSession();
  const text = (name: 'firstName' | 'lastName' | 'phone', most: number) => ({
    label: say[name],
    value: draft[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      change({ [name]: event.currentTarget.value } as Partial<Draft>),
    error: problems[name],
    maxLength: most,
    autoComplete: 'off',
  });
  const membershipId = note?.membershipId;
  const emailError =
    problems.email ??
    (note?.stops ? (
      <>
        {note.text}{' '}
        {membershipId === undefined ? null : (
          <Anchor component="button" type="button" onClick={() => onGo(`/users/${membershipId}`)}>
            {say.openUser}
          </Anchor>
        )}
      </>
    ) : undefined);
  return (
    <div className={classes.fields}>
      <TextInput {...text('firstName', 100)} withAsterisk required data-first data-autofocus spellCheck={false} />
      <TextInput {...text('lastName', 100)} withAsterisk required spellCheck={false} />
      <TextInput
        className={classes.wide ?? ''}
        label={say.email}
        {...(emailError ? {} : { description: note?.text ?? say.emailHint, inputWrapperOrder: below })}
        value={draft.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
        onBlur={() => {
          if (draft.email.trim() !== '') void address.ask();
        }}
        error={emailError}
        withAsterisk
        required
        type="text"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        maxLength={320}
      />
      <CountrySelect
        label={say.country}
        optional
        value={draft.country}
        onChange={(country) => change({ country })}
        error={problems.country}
      />
      <TextInput {...text('phone', 40)} placeholder={words.common.optional} inputMode="tel" />
      <div>
        <div className={classes.label} id="wizard-kind">
          {say.kind}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="wizard-kind"
          value={draft.kind}
          onChange={(kind) => change({ kind: kind as InvitableKind })}
          data={[
            { value: 'user', label: say.kinds.user },
            { value: 'inbox-agent', label: say.kinds['inbox-agent'] },
          ]}
        />
      </div>
      {draft.kind === 'user' ? (
        <RolesField
          choices={
            belongings.roles?.map(({ name, grantable }) => ({ value: name, label: name, disabled: !grantable })) ?? []
          }
          value={roles}
          onChange={(chosen) => change({ roles: chosen })}
          error={problems.roles}
        />
      ) : (
        <p className={classes.hint}>{say.kindHint}</p>
      )}
      <MailLanguage value={draft.language} own={place.language} onChange={(language) => change({ language })} />
    </div>
  );
}

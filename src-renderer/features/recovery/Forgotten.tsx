import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isError } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import gate from '../session/Gate.module.css';
import { Gate } from '../session/Gate.tsx';
import { StrengthMeter } from '../session/StrengthMeter.tsx';
import { KeepCode } from './KeepCode.tsx';

interface ForgottenProps {
  /** As typed on the sign-in page. */
  readonly email: string;
  readonly onBack: () => void;
  /** Called when the new password is set and the next code is kept. */
  readonly onDone: (account: { email: string; password: string }) => void;
}

/** Sets an owner's forgotten password with their recovery code, and shows the next code. */
export function Forgotten({ email, onBack, onDone }: ForgottenProps) {
  const recover = useCommand('recovery.recover');
  const form = useForm({ initialValues: { email, code: '', password: '' } });
  const [problem, setProblem] = useState<string>();
  const { forgotten: say } = words.recovery;
  const { signIn } = words.session;

  const submit = form.onSubmit(async (values) => {
    setProblem(undefined);
    try {
      await recover.mutateAsync(values);
    } catch (error) {
      const errors = isError(error, 'password-common') ? { password: wordsFor(error) } : fieldErrors(error);
      const [first] = Object.keys(errors);
      if (first === undefined) return setProblem(wordsFor(error));
      form.setErrors(errors);
      form.getInputNode(first)?.focus();
    }
  });

  const { data } = recover;
  if (data) {
    const account = { email: data.email, password: form.values.password };
    return <KeepCode fresh={{ email: data.email, code: data.recoveryCode }} again onKept={() => onDone(account)} />;
  }
  return (
    <Gate width={480}>
      <h1 className={gate.title}>{say.title}</h1>
      <p className={gate.intro}>{say.lead}</p>
      <form className={gate.form} onSubmit={submit} noValidate>
        <TextInput
          label={signIn.email}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          spellCheck={false}
          {...form.getInputProps('email')}
        />
        <TextInput
          label={say.code}
          description={say.codeHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          autoFocus={email !== ''}
          spellCheck={false}
          maxLength={100}
          {...form.getInputProps('code')}
        />
        <PasswordInput
          label={say.password}
          description={words.organizations.create.passwordHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
          {...form.getInputProps('password')}
        />
        <StrengthMeter password={form.values.password} about={[form.values.email]} />
        {problem ? (
          <div className={gate.problem} role="alert">
            {problem}
          </div>
        ) : null}
        <Button type="submit" size="md" fullWidth className={gate.submit} loading={recover.isPending}>
          {say.submit}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {say.back}
        </Button>
        <p className={gate.hint}>{say.others}</p>
      </form>
    </Gate>
  );
}

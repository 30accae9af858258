import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useCommand } from '../../app/queries.ts';
import { words, wordsFor } from '../../app/words.ts';
import { CodeStep } from './CodeStep.tsx';
import classes from './Gate.module.css';
import { Gate } from './Gate.tsx';

/** Asks for e-mail and password, and for a code where the account wants one. A wrong password keeps the address and goes back to the password. */
export function SignIn() {
  const signIn = useCommand('session.signIn');
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const password = useRef<HTMLInputElement>(null);
  const { signIn: say } = words.session;

  const submit = form.onSubmit(async (values) => {
    try {
      const { step } = await signIn.mutateAsync(values);
      if (step === 'code') {
        form.setFieldValue('password', '');
        setAsksCode(true);
      }
    } catch (error) {
      form.setErrors({ password: wordsFor(error) });
      password.current?.select();
    }
  });
  const back = (problem?: string) => {
    setAsksCode(false);
    if (problem) form.setErrors({ password: problem });
  };

  return (
    <Gate width={360}>
      {asksCode ? (
        <CodeStep onBack={back} />
      ) : (
        <>
          <h1 className={classes.title}>{say.title}</h1>
          <p className={classes.intro}>{say.intro}</p>
          <form className={classes.form} onSubmit={submit} noValidate>
            <TextInput
              label={say.email}
              type="email"
              autoComplete="username"
              autoFocus
              spellCheck={false}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={say.password}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': say.show }}
              {...form.getInputProps('password')}
              ref={password}
            />
            <Button type="submit" size="md" fullWidth className={classes.submit} loading={signIn.isPending}>
              {say.submit}
            </Button>
          </form>
        </>
      )}
    </Gate>
  );
}

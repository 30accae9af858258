import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { lazy, useRef, useState } from 'react';
import { useCommand } from '../../app/queries.ts';
import { words, wordsFor } from '../../app/words.ts';
import classes from './Gate.module.css';
import { Gate } from './Gate.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';

const CodeStep = lazy(() => import('./CodeStep.tsx').then((m) => ({ default: m.CodeStep })));
const Forgotten = lazy(() => import('../recovery/Forgotten.tsx').then((m) => ({ default: m.Forgotten })));

/**
 * Asks for e-mail and password, and for a code where the account needs one. After a wrong password the address stays and
 * the password gets the focus; a forgotten one leads to the recovery code.
 */
export function SignIn() {
  const signIn = useCommand('session.signIn');
  const [step, setStep] = useState<'password' | 'code' | 'forgotten'>('password');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const password = useRef<HTMLInputElement>(null);
  const { signIn: say } = words.session;

  const enter = async (values: { email: string; password: string }) => {
    try {
      if ((await signIn.mutateAsync(values)).step === 'code') {
        form.setFieldValue('password', '');
        setStep('code');
      }
    } catch (error) {
      form.setErrors({ password: wordsFor(error) });
      password.current?.select();
    }
  };
  const back = (problem?: string) => {
    setStep('password');
    if (problem) form.setErrors({ password: problem });
  };

  if (step === 'forgotten') {
    return (
      <Forgotten
        email={form.values.email}
        onBack={() => setStep('password')}
        onDone={(account) => {
          form.setValues(account);
          setStep('password');
          void enter(account);
        }}
      />
    );
  }
  return (
    <Gate width={360} corner={step === 'password' ? <LanguageChoice typed={form.isDirty()} /> : undefined}>
      {step === 'code' ? (
        <CodeStep onBack={back} />
      ) : (
        <>
          <h1 className={classes.title}>{say.title}</h1>
          <p className={classes.intro}>{say.intro}</p>
          <form className={classes.form} onSubmit={form.onSubmit(enter)} noValidate>
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
            <Button variant="subtle" onClick={() => setStep('forgotten')}>
              {words.recovery.forgotten.link}
            </Button>
          </form>
        </>
      )}
    </Gate>
  );
}

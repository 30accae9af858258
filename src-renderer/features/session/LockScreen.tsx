import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { createPortal } from 'react-dom';
import type { SessionState } from '../../app/session.ts';
import { endSession } from '../../app/sign-out.ts';
import { words, wordsFor } from '../../app/words.ts';
import classes from './Gate.module.css';
import { Gate } from './Gate.tsx';
import { useCover } from './use-cover.ts';
import { useUnlock } from './use-unlock.ts';

const say = words.session.lock;

/**
 * Covers the whole window until the signed-in person enters their password. Their work stays behind it as it was, even a
 * half-typed list. The core refuses everything meanwhile, so this hides rather than guards.
 */
export function LockScreen({ person }: { readonly person: NonNullable<SessionState['person']> }) {
  const cover = useCover(say.title);
  const unlock = useUnlock();
  const form = useForm({ initialValues: { password: '' } });
  const password = useRef<HTMLInputElement>(null);
  const submit = form.onSubmit(async (values) => {
    try {
      await unlock.mutateAsync(values);
    } catch (error) {
      form.setErrors({ password: wordsFor(error) });
      password.current?.select();
    }
  });
  return createPortal(
    <Gate width={360}>
      <h1 className={classes.title}>{say.title}</h1>
      <p className={classes.intro}>{say.intro(person.name || person.email)}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <PasswordInput
          label={words.session.signIn.password}
          autoComplete="current-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          {...form.getInputProps('password')}
          ref={password}
        />
        <Button type="submit" size="md" fullWidth className={classes.submit} loading={unlock.isPending}>
          {say.unlock}
        </Button>
        <Button variant="subtle" onClick={() => void endSession()}>
          {words.desktop.account.signOut}
        </Button>
        <p className={classes.hint}>{say.signOutHint}</p>
      </form>
    </Gate>,
    cover,
  );
}

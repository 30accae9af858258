import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { isError } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { toast } from '../../app/toasts.ts';
import { words, wordsFor } from '../../app/words.ts';
import classes from './Gate.module.css';

interface CodeStepProps {
  /** Back to the password, with what went wrong if anything did. */
  readonly onBack: (problem?: string) => void;
}

/** The second step of signing in: a code from the app, or a recovery code. */
export function CodeStep({ onBack }: CodeStepProps) {
  const giveCode = useCommand('session.giveCode');
  const form = useForm({ initialValues: { code: '' } });
  const field = useRef<HTMLInputElement>(null);
  const { signIn: say, ...twofactor } = words.twofactor;

  const submit = form.onSubmit(async ({ code }) => {
    try {
      const { codesLeft } = await giveCode.mutateAsync({ attempt: '', code });
      if (codesLeft !== null) toast(say.codeUsed(codesLeft));
    } catch (error) {
      if (isError(error, 'attempt-over')) return onBack(wordsFor(error));
      form.setErrors({ code: wordsFor(error) });
      field.current?.select();
    }
  });

  return (
    <>
      <h1 className={classes.title}>{say.title}</h1>
      <p className={classes.intro}>{say.lead}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={twofactor.code}
          description={twofactor.codeHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="one-time-code"
          autoFocus
          spellCheck={false}
          maxLength={60}
          {...form.getInputProps('code')}
          ref={field}
        />
        <Button type="submit" size="md" fullWidth className={classes.submit} loading={giveCode.isPending}>
          {say.submit}
        </Button>
        <Button variant="subtle" onClick={() => onBack()}>
          {say.back}
        </Button>
        <p className={classes.hint}>{say.lost}</p>
      </form>
    </>
  );
}

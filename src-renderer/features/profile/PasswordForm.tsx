import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isError } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { StrengthMeter } from '../session/StrengthMeter.tsx';
import classes from './ProfilePage.module.css';

const empty = { current: '', next: '' };

/** Changes the password; asks for the current one, and ends every other session. */
export function PasswordForm({ about }: { readonly about: readonly string[] }) {
  const { place, person } = useSession();
  const change = useCommand('profile.changePassword');
  const form = useForm({ initialValues: empty });
  const { password: say } = words.profile;
  const toggle = { visibilityToggleButtonProps: { 'aria-label': words.session.signIn.show } };
  const submit = form.onSubmit(async (values) => {
    try {
      await change.mutateAsync(values);
      form.setValues(empty);
      form.clearErrors();
      toast(say.done);
    } catch (error) {
      const errors = fieldErrors(error);
      if (isError(error, 'wrong-credentials')) form.setErrors({ current: say.wrong });
      else if (isError(error, 'too-many-guesses')) form.setErrors({ current: wordsFor(error) });
      else if (isError(error, 'password-common')) form.setErrors({ next: wordsFor(error) });
      else if (Object.keys(errors).length > 0) form.setErrors(errors);
      else toastError(error);
    }
  });
  const { current, next } = form.values;
  return (
    <form className={classes.part} onSubmit={submit} noValidate aria-labelledby="profile-password">
      <div>
        <h2 id="profile-password" className={fields.title}>
          {say.title}
        </h2>
        <p className={classes.lead}>{say.lead}</p>
      </div>
      {/* a password manager stores the new password under this name */}
      <input type="email" autoComplete="username" value={person.email} readOnly hidden />
      <PasswordInput
        label={say.current}
        autoComplete="current-password"
        {...toggle}
        {...form.getInputProps('current')}
      />
      <PasswordInput
        label={say.next}
        description={say.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        {...toggle}
        {...form.getInputProps('next')}
      />
      <StrengthMeter password={next} about={[...about, place.name]} />
      <div>
        <Button type="submit" variant="default" disabled={current === '' || next === ''} loading={change.isPending}>
          {say.submit}
        </Button>
      </div>
    </form>
  );
}

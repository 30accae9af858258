import { Button, PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { linkLifePresets } from '#contract/vocabulary/values.ts';
import { call, isError } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { fieldErrors, language, words, wordsFor } from '../../app/words.ts';
import { FromBackup } from '../backups/FromBackup.tsx';
import type { FreshCode } from '../recovery/KeepCode.tsx';
import classes from './Gate.module.css';
import { Gate } from './Gate.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';
import { ownTimeZone } from './time-zones.ts';
import { useTimeZones } from './use-time-zones.ts';

const empty = () => ({
  name: '',
  timeZone: ownTimeZone(),
  linkLifeHours: '168',
  owner: { name: '', email: '', password: '' },
});

const say = words.organizations.create;
const lives = linkLifePresets.map((hours) => ({ value: String(hours), label: words.common.lives[hours] }));

interface FirstStartProps {
  /** Takes the owner's recovery code, which is shown only this once. */
  readonly onCode: (fresh: FreshCode) => void;
}

/** Makes the organization and its owner in an empty workspace, and signs the owner in. */
export function FirstStart({ onCode }: FirstStartProps) {
  const form = useForm({ initialValues: empty() });
  const zones = useTimeZones(form.values.timeZone);
  const [problem, setProblem] = useState<string | null>(null);
  const { owner, name } = form.values;

  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    try {
      const { recoveryCode } = await call('organizations.create', {
        ...values,
        linkLifeHours: Number(values.linkLifeHours),
        language,
      });
      // before anything else: it cannot be shown later
      if (recoveryCode !== null) onCode({ email: values.owner.email.trim(), code: recoveryCode });
      await call('session.signIn', { email: values.owner.email, password: values.owner.password });
    } catch (error) {
      const errors = fieldErrors(error);
      const [firstRefused] = Object.keys(errors);
      if (firstRefused !== undefined) {
        form.setErrors(errors);
        form.getInputNode(firstRefused)?.focus();
      }
      // the core, which has the list, finds common passwords: this is not an issue with the input's shape
      else if (isError(error, 'password-common')) form.setErrors({ 'owner.password': wordsFor(error) });
      else setProblem(wordsFor(error));
    }
    await refreshAfter('organizations.create');
  });

  return (
    <Gate width={560} corner={<LanguageChoice typed={form.isDirty()} />}>
      <h1 className={classes.title}>{say.title}</h1>
      <p className={classes.intro}>{say.intro}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={say.name}
          withAsterisk
          autoFocus
          autoComplete="organization"
          {...form.getInputProps('name')}
        />
        <div className={classes.pair}>
          <Select
            label={say.timeZone}
            data={zones}
            searchable
            allowDeselect={false}
            nothingFoundMessage={say.timeZoneNone}
            {...form.getInputProps('timeZone')}
          />
          <div>
            <div className={classes.label} id="link-life">
              {say.linkLife}
            </div>
            <SegmentedControl
              aria-labelledby="link-life"
              data={lives}
              fullWidth
              styles={{ label: { height: 28 } }}
              {...form.getInputProps('linkLifeHours')}
            />
          </div>
        </div>
        <h2 className={classes.section}>{say.owner}</h2>
        <div className={classes.pair}>
          <TextInput label={say.ownerName} withAsterisk autoComplete="name" {...form.getInputProps('owner.name')} />
          <TextInput
            label={say.email}
            withAsterisk
            type="email"
            autoComplete="email"
            spellCheck={false}
            {...form.getInputProps('owner.email')}
          />
        </div>
        <PasswordInput
          label={say.password}
          description={say.passwordHint}
          withAsterisk
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          {...form.getInputProps('owner.password')}
        />
        <StrengthMeter password={owner.password} about={[name, owner.name, owner.email]} />
        {problem ? (
          <div className={classes.problem} role="alert">
            {problem}
          </div>
        ) : null}
        <Button type="submit" size="md" fullWidth className={classes.submit} loading={form.submitting}>
          {say.submit}
        </Button>
      </form>
      <FromBackup />
    </Gate>
  );
}

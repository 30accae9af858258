import { Input, SegmentedControl, Select, Switch } from '@mantine/core';
import { type Density, densities, type LockMinutes, lockChoices, usualLockMinutes } from '#contract/desktop.ts';
import { languageChoices, ownNameOf } from '#contract/messages/languages.ts';
import { whenFreeToLeave } from '../../app/leaving.ts';
import { savePreferences, usePreference } from '../../app/preferences.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Around } from './Around.tsx';
import classes from './ProfilePage.module.css';

/** Settings kept on this computer rather than with the person; they apply at once. */
export function ThisComputer() {
  const { thisComputer: say } = words.profile;
  const notifications = usePreference('notifications');
  const lockMinutes = usePreference('lockMinutes');
  const density = usePreference('density') ?? 'comfortable';
  const language = usePreference('language') ?? 'system';
  return (
    <section className={classes.part} aria-labelledby="profile-computer">
      <div>
        <h2 id="profile-computer" className={fields.title}>
          {say.title}
        </h2>
        <p className={classes.lead}>{say.lead}</p>
      </div>
      <Select
        label={say.language}
        description={say.languageHint}
        data={languageChoices.map((value) => ({
          value,
          label: value === 'system' ? say.systemLanguage : ownNameOf(value),
        }))}
        value={language}
        onChange={(value) => {
          if (value && value !== language) whenFreeToLeave(() => savePreferences({ language: value }));
        }}
        allowDeselect={false}
        maw={280}
      />
      <Input.Wrapper label={say.density} description={say.densityHint} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={say.density}
            data={densities.map((value) => ({ value, label: say.densities[value] }))}
            value={density}
            onChange={(value) => savePreferences({ density: value as Density })}
          />
        </div>
      </Input.Wrapper>
      <Select
        label={say.lock}
        description={say.lockHint}
        allowDeselect={false}
        data={lockChoices.map((minutes) => ({ value: String(minutes), label: say.lockAfter(minutes) }))}
        value={String(lockMinutes ?? usualLockMinutes)}
        onChange={(value) => savePreferences({ lockMinutes: Number(value) as LockMinutes })}
        maw={280}
      />
      <Switch
        label={say.notifications}
        description={say.notificationsHint}
        checked={notifications !== false}
        onChange={(event) => savePreferences({ notifications: event.currentTarget.checked })}
      />
      <Around />
    </section>
  );
}

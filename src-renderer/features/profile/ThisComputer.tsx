import { Switch } from '@mantine/core';
import { savePreferences, usePreferences } from '../../app/preferences.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import classes from './ProfilePage.module.css';

/** What is kept on this computer rather than with the person; it holds at once. */
export function ThisComputer() {
  const { thisComputer: say } = words.profile;
  const { notifications } = usePreferences();
  return (
    <section className={classes.part} aria-labelledby="profile-computer">
      <div>
        <h2 id="profile-computer" className={fields.title}>
          {say.title}
        </h2>
        <p className={classes.lead}>{say.lead}</p>
      </div>
      <Switch
        label={say.notifications}
        description={say.notificationsHint}
        checked={notifications !== false}
        onChange={(event) => savePreferences({ notifications: event.currentTarget.checked })}
      />
    </section>
  );
}

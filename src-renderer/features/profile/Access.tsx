import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import classes from './ProfilePage.module.css';

/** Which roles and products the person has in the organization on screen. */
export function Access() {
  const { place } = useSession();
  const { profile: say, users } = words;
  return (
    <section className={classes.part} aria-labelledby="profile-access">
      <div>
        <h2 id="profile-access" className={fields.title}>
          {say.access}
        </h2>
        <p className={classes.lead}>{say.accessIn(place.name)}</p>
      </div>
      <dl className={classes.facts}>
        <dt>{say.kind}</dt>
        <dd>{users.kinds[place.kind]}</dd>
        <dt>{say.roles}</dt>
        <dd>{place.roles.join(', ') || say.rolesNone}</dd>
        {place.products.length > 0 ? (
          <>
            <dt>{say.products}</dt>
            <dd>{place.products.join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

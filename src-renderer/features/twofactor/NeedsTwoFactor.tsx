import { Button } from '@mantine/core';
import type { Session } from '../../app/session.ts';
import { signOut } from '../../app/sign-out.ts';
import { switchOrganization } from '../../app/switch-organization.ts';
import { words } from '../../app/words.ts';
import gate from '../session/Gate.module.css';
import { Gate } from '../session/Gate.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';
import classes from './TwoFactor.module.css';

interface NeedsTwoFactorProps {
  readonly session: Session;
  /** Called when the recovery codes are on screen: this page then stays until they are kept. */
  readonly onCodes: () => void;
  readonly onDone: () => void;
}

/** Shown before an organization that requires a second factor: set one up, go elsewhere, or sign out. */
export function NeedsTwoFactor({ session, onCodes, onDone }: NeedsTwoFactorProps) {
  const { person, place, places } = session;
  const { needed: say } = words.twofactor;
  const others = places.filter((other) => !other.twoFactorNeeded);
  return (
    <Gate width={560}>
      <h1 className={gate.title}>{say.title(place.name)}</h1>
      <p className={gate.intro}>{say.lead}</p>
      <SetUpSteps
        email={person.email}
        introduced
        onCodes={onCodes}
        onDone={onDone}
        foot={({ label, busy, waits, last }) => (
          <div className={classes.foot}>
            <Button type="submit" size="md" loading={busy} disabled={waits}>
              {label}
            </Button>
            {last ? null : (
              <Button variant="subtle" onClick={signOut}>
                {words.desktop.account.signOut}
              </Button>
            )}
            {last || others.length === 0 ? null : (
              <div>
                <p className={classes.elsewhere}>{say.elsewhere}</p>
                <div className={classes.actions}>
                  {others.map(({ id, name }) => (
                    <Button key={id} variant="default" onClick={() => switchOrganization(id, '/users')}>
                      {name}
                    </Button>
                  ))}
                </div>
              </div>
            )}
          </div>
        )}
      />
    </Gate>
  );
}

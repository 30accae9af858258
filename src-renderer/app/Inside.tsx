import { useLayoutEffect, useMemo, useState } from 'react';
import { LockScreen } from '../features/session/LockScreen.tsx';
import { NoPlace } from '../features/session/NoPlace.tsx';
import { NeedsTwoFactor } from '../features/twofactor/NeedsTwoFactor.tsx';
import { CloseGuard } from './CloseGuard.tsx';
import { Console } from './Console.tsx';
import { SessionContext, type SessionState, sessionAt } from './session.ts';
import { typesHere } from './unsent.ts';

export interface InsideProps {
  readonly state: SessionState;
  /** The one that was on screen last. */
  readonly organizationId: number | undefined;
}

/** The console of whoever is signed in, what comes before it, and its cover. */
export function Inside({ state, organizationId }: InsideProps) {
  const [keeping, setKeeping] = useState(false);
  const session = useMemo(() => sessionAt(state, organizationId), [state, organizationId]);
  const personId = state.person?.id;
  useLayoutEffect(() => typesHere(personId), [personId]);
  return (
    <>
      {session && (session.place.twoFactorNeeded || keeping) ? (
        <NeedsTwoFactor session={session} onCodes={() => setKeeping(true)} onDone={() => setKeeping(false)} />
      ) : session ? (
        <SessionContext value={session}>
          <Console key={session.place.id} />
        </SessionContext>
      ) : (
        <NoPlace />
      )}
      <CloseGuard />
      {state.stage === 'locked' && state.person ? <LockScreen person={state.person} /> : null}
    </>
  );
}

import { useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { InsteadOfDamaged } from '../features/backups/InsteadOfDamaged.tsx';
import { KeyLost } from '../features/key/KeyLost.tsx';
import { type FreshCode, KeepCode } from '../features/recovery/KeepCode.tsx';
import { FirstStart } from '../features/session/FirstStart.tsx';
import { LockScreen } from '../features/session/LockScreen.tsx';
import { NoPlace } from '../features/session/NoPlace.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { NeedsTwoFactor } from '../features/twofactor/NeedsTwoFactor.tsx';
import { desktop, isError } from './api.ts';
import { Console } from './Console.tsx';
import { usePreferences } from './preferences.ts';
import { useQueryOf } from './queries.ts';
import { SessionContext, type SessionState, sessionAt } from './session.ts';
import { words } from './words.ts';

const isOneOf = (error: unknown, codes: readonly ErrorCode[]) => codes.some((code) => isError(error, code));
/** The key cannot be had, or is another one. */
const keyIsLost = (error: unknown) => isOneOf(error, ['key-in-keyring', 'key-unreadable', 'key-wrong']);
/** What is known of the key is of the start: another try is another start. */
const wantsStart = (error: unknown) => keyIsLost(error) || isError(error, 'key-exposed');

/** First start, sign-in, the console or its cover, as the session says. */
export function Stage() {
  const state = useQueryOf('session.state', {});
  const { organizationId } = usePreferences();
  const [fresh, setFresh] = useState<FreshCode>();
  if (!state.data) {
    return state.error ? (
      <ErrorState
        title={words.desktop.failed.session}
        error={state.error}
        onRetry={() => void (wantsStart(state.error) ? desktop.reopenWorkspace() : state.refetch())}
      >
        {isError(state.error, 'file-damaged') ? <InsteadOfDamaged /> : null}
        {keyIsLost(state.error) ? <KeyLost error={state.error} /> : null}
      </ErrorState>
    ) : null;
  }
  const { stage, person } = state.data;
  if (fresh) {
    return (
      <>
        <KeepCode fresh={fresh} onKept={() => setFresh(undefined)} />
        {stage === 'locked' && person ? <LockScreen person={person} /> : null}
      </>
    );
  }
  switch (stage) {
    case 'first-start':
      return <FirstStart onCode={setFresh} />;
    case 'sign-in':
      return <SignIn />;
    case 'locked':
    case 'signed-in':
      return <Inside state={state.data} organizationId={organizationId} />;
    default:
      return assertNever(stage);
  }
}

interface InsideProps {
  readonly state: SessionState;
  /** The one that was on screen last. */
  readonly organizationId: number | undefined;
}

/** The console of whoever is signed in, what stands before it, and its cover. */
function Inside({ state, organizationId }: InsideProps) {
  const [keeping, setKeeping] = useState(false);
  const session = sessionAt(state, organizationId);
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
      {state.stage === 'locked' && state.person ? <LockScreen person={state.person} /> : null}
    </>
  );
}

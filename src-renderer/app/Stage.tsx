import { lazy, Suspense, use, useDeferredValue, useEffect, useLayoutEffect, useState } from 'react';
import { assertNever } from '#contract/assert-never.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { PageBoundary } from '../components/PageBoundary.tsx';
import type { FreshCode } from '../features/recovery/KeepCode.tsx';
import { SignIn } from '../features/session/SignIn.tsx';
import { desktop, isError } from './api.ts';
import type { InsideProps } from './Inside.tsx';
import { visitedBy } from './last-place.ts';
import { usePreference } from './preferences.ts';
import { useQueryOf } from './queries.ts';
import { words } from './words.ts';

const FirstStart = lazy(() => import('../features/session/FirstStart.tsx').then((m) => ({ default: m.FirstStart })));
const KeepCode = lazy(() => import('../features/recovery/KeepCode.tsx').then((m) => ({ default: m.KeepCode })));
const LockScreen = lazy(() => import('../features/session/LockScreen.tsx').then((m) => ({ default: m.LockScreen })));
const KeyLost = lazy(() => import('../features/key/KeyLost.tsx').then((m) => ({ default: m.KeyLost })));
const InsteadOfDamaged = lazy(() =>
  import('../features/backups/InsteadOfDamaged.tsx').then((m) => ({ default: m.InsteadOfDamaged })),
);

let inside: Promise<typeof import('./Inside.tsx')> | undefined;
/** The console is most of the page's code. It is fetched while somebody signs in. */
const fetchInside = () => (inside ??= import('./Inside.tsx'));

const isOneOf = (error: unknown, codes: readonly ErrorCode[]) => codes.some((code) => isError(error, code));
/** The key cannot be read, or is a different one. */
const keyIsLost = (error: unknown) => isOneOf(error, ['key-in-keyring', 'key-unreadable', 'key-wrong']);
/** The key is read once, at the start: trying again means starting again. */
const wantsStart = (error: unknown) => keyIsLost(error) || isError(error, 'key-exposed');

/** First start, sign-in, the console or its cover, as the session says. */
export function Stage() {
  return (
    <PageBoundary whole>
      <Suspense>
        <Current />
      </Suspense>
    </PageBoundary>
  );
}

function Current() {
  const state = useQueryOf('session.state', {});
  const organizationId = usePreference('organizationId');
  const ready = useDeferredValue(state.data);
  const [fresh, setFresh] = useState<FreshCode>();
  const known = state.data !== undefined || state.error !== null;
  useLayoutEffect(() => {
    if (known) document.getElementById('first')?.remove(); // what the window shows until then
  }, [known]);
  const personId = state.data?.person?.id;
  useLayoutEffect(() => visitedBy(personId), [personId]); // before the console is drawn, which goes to the last place
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
  // a whole console takes a while to draw, which must not hold up the window; its cover appears at once
  const data = state.data.stage === 'signed-in' ? ready : state.data;
  if (!data) return null;
  const { stage, person } = data;
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
      return <Beginning />;
    case 'locked':
    case 'signed-in':
      return <Signed state={data} organizationId={organizationId} />;
    default:
      return assertNever(stage);
  }
}

function Beginning() {
  useEffect(() => {
    const waiting = requestIdleCallback(fetchInside);
    return () => cancelIdleCallback(waiting);
  }, []);
  return <SignIn />;
}

function Signed(props: InsideProps) {
  const { Inside } = use(fetchInside());
  return <Inside {...props} />;
}

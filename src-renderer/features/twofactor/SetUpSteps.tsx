import { PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import { call } from '../../app/api.ts';
import { refreshAfter } from '../../app/queries.ts';
import { words } from '../../app/words.ts';
import { useAsking } from '../../components/use-asking.ts';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import classes from './TwoFactor.module.css';

interface Foot {
  readonly label: string;
  readonly busy: boolean;
  readonly waits: boolean;
  /** There is no going back any more: the codes are on screen. */
  readonly last: boolean;
}

interface SetUpStepsProps {
  readonly email: string;
  /** Whether the page already says what is needed. */
  readonly introduced?: boolean;
  /** What is below each step; its one submit button goes on. */
  readonly foot: (foot: Foot) => ReactNode;
  /** Called when the second factor is on and the codes are on screen. */
  readonly onCodes?: () => void;
  /** Called when the codes are kept. */
  readonly onDone: () => void;
}

type Begun = OutputOf<'twofactor.begin'>;
const nothing = () => {};

/** Password, QR code and first code, recovery codes: the three steps of setting a second factor up. */
export function SetUpSteps({ email, introduced = false, foot, onCodes, onDone }: SetUpStepsProps) {
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const { error, setError, busy, answer } = useAsking(nothing);
  const { begin: first, scan, codes: last, ...say } = words.twofactor;

  const goOn = async () => {
    if (!begun) return setBegun(await call('twofactor.begin', { password }));
    setCodes((await call('twofactor.confirm', { code })).recoveryCodes);
    onCodes?.();
  };
  const submit = () => {
    setError(undefined);
    if (!codes) return void answer(goOn);
    onDone();
    // only now: a refresh before this would have removed the steps from the screen
    void refreshAfter('twofactor.confirm');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      {codes ? (
        <>
          <p className={classes.lead}>{last.lead}</p>
          <RecoveryCodes codes={codes} email={email} />
          {foot({ label: last.kept, busy: false, waits: false, last: true })}
        </>
      ) : begun ? (
        <>
          <p className={classes.lead}>{scan.lead}</p>
          <div className={classes.scan}>
            <QrCode text={begun.uri} />
            <div>
              <div className={classes.byHand}>
                <span className="gh-dim">{scan.byHand}</span>
                <p className={classes.secret}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
              </div>
              <TextInput
                key="code"
                label={say.code}
                description={say.appHint}
                inputMode="numeric"
                autoComplete="one-time-code"
                autoFocus
                maxLength={10}
                value={code}
                error={error}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            </div>
          </div>
          {foot({ label: scan.submit, busy, waits: code.trim() === '', last: false })}
        </>
      ) : (
        <>
          {introduced ? null : <p className={classes.lead}>{first.lead}</p>}
          {/* tells a password manager which password to fill in */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={say.password}
            autoComplete="current-password"
            data-autofocus
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
            value={password}
            error={error}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {foot({ label: say.next, busy, waits: password === '', last: false })}
        </>
      )}
    </form>
  );
}

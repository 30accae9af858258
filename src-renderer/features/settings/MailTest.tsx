import { Button, TextInput } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDashed, IconCircleX, type TablerIcon } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '#contract/index.ts';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import classes from './MailTest.module.css';
import { type Asked, type StepState, stepStates } from './mail-form.ts';

const wording = words.mail.settings;
const icons: Readonly<Record<StepState, readonly [TablerIcon, string]>> = {
  done: [IconCircleCheck, 'gh-ok'],
  failed: [IconCircleX, 'gh-bad'],
  waiting: [IconCircle, 'gh-dim'],
  skipped: [IconCircleDashed, 'gh-dim'],
};

interface Tested extends Asked {
  readonly answer: OutputOf<'mail.test'>;
}

/** The steps of a test, one under the other, and at the one that failed the server's own words. */
function Steps({ answer, ...asked }: Tested) {
  const shown = stepStates(answer, asked);
  return (
    <>
      <p className={classes.verdict} role="status">
        {answer.ok ? (asked.to ? wording.testSent : wording.testOk) : wording.testFailed(wording.steps[answer.step])}
      </p>
      <ol className={classes.steps} aria-label={wording.stepsLabel}>
        {shown.map(({ step, state }) => {
          const [Icon, ink] = icons[state];
          const here = step === answer.step;
          return (
            <li key={step} data-state={state}>
              <Icon size={16} stroke={1.6} aria-hidden className={ink} />
              {wording.steps[step]}
              <span className={state === 'done' ? 'gh-hidden' : classes.state}>{wording.stepStates[state]}</span>
              {state === 'failed' ? <p className={classes.advice}>{wording.advice[step]}</p> : null}
              {here && answer.answer ? (
                <p className={`gh-mono ${classes.answer} ${answer.ok ? classes.fine : ''}`}>{answer.answer}</p>
              ) : null}
              {here && !answer.ok && answer.code && !answer.answer?.includes(answer.code) ? (
                <span className="gh-mono gh-dim">{wording.code(answer.code)}</span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface MailTestProps {
  readonly input: () => InputOf<'mail.save'>;
  /** Shows what is wrong with a field of the form above. */
  readonly onFieldErrors: (errors: Record<string, string>) => void;
  readonly disabled: boolean;
}

/** Tries the typed settings for real and says precisely how far they got. */
export function MailTest({ input, onFieldErrors, disabled }: MailTestProps) {
  const { person } = useSession();
  const [to, setTo] = useState(person.email);
  const [running, setRunning] = useState(false);
  const [tested, setTested] = useState<Tested | null>(null);
  const [failure, setFailure] = useState<{ to?: string; text?: string }>({});
  const run = async () => {
    setRunning(true);
    setFailure({});
    setTested(null);
    // how fast mail goes is nothing that one message could try
    const { perMinute: _, ...wanted } = input();
    const address = to.trim();
    try {
      const answer = await call('mail.test', { ...wanted, ...(address && { to: address }) });
      setTested({ answer, security: wanted.security, auth: wanted.auth ?? 'none', to: address });
      onFieldErrors({});
    } catch (error) {
      const { to: wrongTo, ...others } = fieldErrors(error);
      onFieldErrors(others);
      const fields = Object.keys(others).length > 0 || wrongTo !== undefined;
      setFailure({
        ...(wrongTo !== undefined && { to: wrongTo }),
        ...(fields ? {} : { text: `${wording.testBroken} ${wordsFor(error)}` }),
      });
    } finally {
      setRunning(false);
    }
  };
  return (
    <section className={classes.panel} aria-label={wording.testTitle}>
      <h3>{wording.testTitle}</h3>
      <p className={classes.lead}>{wording.testLead}</p>
      <div className={classes.ask}>
        <TextInput
          label={wording.testTo}
          placeholder={words.common.optional}
          inputMode="email"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          disabled={disabled || running}
          error={failure.to}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void run();
          }}
        />
        <Button variant="default" onClick={() => void run()} disabled={disabled || running}>
          {running ? wording.testing : wording.test}
        </Button>
      </div>
      {failure.text ? (
        <p className={`gh-bad ${classes.verdict}`} role="alert">
          {failure.text}
        </p>
      ) : null}
      {tested ? <Steps {...tested} /> : null}
    </section>
  );
}

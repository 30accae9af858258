import { IconCircle, IconCircleCheck, IconCircleDashed, IconCircleX, type TablerIcon } from '@tabler/icons-react';
import type { OutputOf } from '#contract/index.ts';
import { answerInWords, words } from '../../app/words.ts';
import classes from './MailTest.module.css';
import { type Asked, type StepState, stepStates } from './mail-form.ts';

const wording = words.mail.settings;
const icons: Readonly<Record<StepState, readonly [TablerIcon, string]>> = {
  done: [IconCircleCheck, 'gh-ok'],
  failed: [IconCircleX, 'gh-bad'],
  waiting: [IconCircle, 'gh-dim'],
  skipped: [IconCircleDashed, 'gh-dim'],
};

export interface Tested extends Asked {
  readonly answer: OutputOf<'mail.test'>;
}

/** The steps of a test, one below the other, with the server's own words at the one that failed. */
export function MailTestSteps({ answer, ...asked }: Tested) {
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
                <p className={`gh-mono ${classes.answer} ${answer.ok ? classes.fine : ''}`}>
                  {answerInWords(answer.answer)}
                </p>
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

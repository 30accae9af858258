import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import classes from './MailTest.module.css';
import { MailTestSteps, type Tested } from './MailTestSteps.tsx';
import { isTheSame, type MailValues, mailInput } from './mail-form.ts';

const wording = words.mail.settings;
interface MailTestProps {
  /** What the form above holds. */
  readonly values: MailValues;
  /** Shows errors at the fields of the form above. */
  readonly onFieldErrors: (errors: Record<string, string>) => void;
  readonly disabled: boolean;
}

/** Tries the typed settings for real and says exactly how far they got. */
export function MailTest({ values, onFieldErrors, disabled }: MailTestProps) {
  const { place, person } = useSession();
  const [to, setTo] = useState(person.email);
  const [running, setRunning] = useState(false);
  const [tested, setTested] = useState<(Tested & { readonly of: MailValues }) | null>(null);
  const [failure, setFailure] = useState<{ to?: string; text?: string }>({});
  const run = async () => {
    setRunning(true);
    setFailure({});
    setTested(null);
    // one message cannot test how fast mail is sent
    const { perMinute: _, ...wanted } = mailInput(place.id, values);
    const address = to.trim();
    try {
      const answer = await call('mail.test', { ...wanted, ...(address && { to: address }) });
      setTested({ answer, security: wanted.security, auth: wanted.auth ?? 'none', to: address, of: values });
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
      {tested && isTheSame(tested.of, values) ? <MailTestSteps {...tested} /> : null}
    </section>
  );
}

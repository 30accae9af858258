import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../../app/now.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import part from '../profile/ProfilePage.module.css';
import { CodesDialog } from './CodesDialog.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';
import classes from './TwoFactor.module.css';

type Asked = 'set-up' | 'renew' | 'off';

/** The second factor of whoever is signed in: whether it is on, how many recovery codes are left, and what can be done. */
export function TwoFactor() {
  const { person, place } = useSession();
  const now = useNow();
  const { data } = useQueryOf('twofactor.state', {});
  const [asked, setAsked] = useState<Asked>();
  const [codes, setCodes] = useState<readonly string[]>();
  const renewCodes = useCommand('twofactor.renewCodes');
  const turnOff = useCommand('twofactor.turnOff');
  const { twofactor: say } = words;
  const close = () => setAsked(undefined);
  const { email } = person;
  return (
    <section className={part.part} aria-labelledby="profile-twofactor">
      <div>
        <h2 id="profile-twofactor" className={fields.title}>
          {say.title}
        </h2>
        <p className={part.lead}>{say.lead}</p>
      </div>
      {data?.since ? (
        <p style={{ margin: 0 }} className={data.codesLeft === 0 ? 'gh-warn' : ''}>
          {say.since(dateAndTime(data.since, now, place.timeZone, words.desktop.time))} {say.left(data.codesLeft)}
        </p>
      ) : null}
      <div className={classes.actions}>
        {data?.on === false ? (
          <Button variant="default" onClick={() => setAsked('set-up')}>
            {say.setUp}
          </Button>
        ) : null}
        {data?.on ? (
          <>
            <Button variant="default" onClick={() => setAsked('renew')}>
              {say.renew}
            </Button>
            <Button variant="default" onClick={() => setAsked('off')}>
              {say.turnOff}
            </Button>
          </>
        ) : null}
      </div>
      <SetUpDialog email={email} opened={asked === 'set-up'} onClose={close} />
      <ProofDialog
        {...say.renewing}
        email={email}
        opened={asked === 'renew'}
        onClose={close}
        onProof={async (proof) => {
          setCodes((await renewCodes.mutateAsync(proof)).recoveryCodes);
          close();
        }}
      />
      <ProofDialog
        {...say.turningOff}
        email={email}
        opened={asked === 'off'}
        onClose={close}
        onProof={async (proof) => {
          await turnOff.mutateAsync(proof);
          close();
          toast(say.turningOff.done);
        }}
      />
      <CodesDialog {...say.codes} opened={codes !== undefined} onKept={() => setCodes(undefined)}>
        <RecoveryCodes codes={codes ?? []} email={email} />
      </CodesDialog>
    </section>
  );
}

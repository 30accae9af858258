import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useNow } from '../../app/now.ts';
import { useCommand, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { dateAndTime } from '../../app/time.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Notice } from '../../components/Notice.tsx';
import part from '../profile/ProfilePage.module.css';
import { CodesDialog } from '../twofactor/CodesDialog.tsx';
import { ProofDialog } from '../twofactor/ProofDialog.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

/** An owner's recovery code: when it was made, and how to get a new one. Only owners have one. */
export function RecoverySection() {
  const { person, place } = useSession();
  const now = useNow();
  const { data } = useQueryOf('recovery.state', {});
  const factor = useQueryOf('twofactor.state', {}, { enabled: data?.owner === true }).data;
  const renew = useCommand('recovery.renew');
  const [asked, setAsked] = useState(false);
  const [code, setCode] = useState<string>();
  const { recovery: say } = words;
  if (!data?.owner || !factor) return null;
  const { since } = data;
  const { email } = person;
  return (
    <section className={part.part} aria-labelledby="profile-recovery">
      <div>
        <h2 id="profile-recovery" className={fields.title}>
          {say.title}
        </h2>
        <p className={part.lead}>{say.lead}</p>
      </div>
      {since === null ? (
        <Notice kind="plain" icon={<IconInfoCircle size={16} stroke={1.6} aria-hidden />}>
          {say.none}
        </Notice>
      ) : (
        <p style={{ margin: 0 }}>{say.since(dateAndTime(since, now, place.timeZone, words.desktop.time))}</p>
      )}
      <div>
        <Button variant="default" onClick={() => setAsked(true)}>
          {since === null ? say.make : say.renew}
        </Button>
      </div>
      <ProofDialog
        title={say.title}
        lead={since === null ? say.making.lead : say.making.leadAgain}
        submit={say.making.submit}
        email={email}
        asksCode={factor.on}
        opened={asked}
        onClose={() => setAsked(false)}
        onProof={async (proof) => {
          setCode((await renew.mutateAsync(factor.on ? proof : { password: proof.password })).recoveryCode);
          setAsked(false);
        }}
      />
      <CodesDialog
        opened={code !== undefined}
        title={say.keep.title}
        lead={say.keep.lead}
        kept={say.keep.kept}
        onKept={() => setCode(undefined)}
      >
        <RecoveryCode email={email} code={code ?? ''} />
      </CodesDialog>
    </section>
  );
}

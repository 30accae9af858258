import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { MailTestSteps, type Tested } from '../settings/MailTestSteps.tsx';
import type { Example } from './ExampleChoice.tsx';
import type { Mail } from './mail.ts';

const say = words.wording.test;

interface TestDialogProps {
  readonly mail: Mail;
  readonly typed: { readonly subject: string; readonly body: string; readonly example: Example };
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function TestDialog({ opened, onClose, ...test }: TestDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={say.title} size={480}>
      <Test {...test} onClose={onClose} />
    </Modal>
  );
}

/** Sends what is typed to an address and says how far it got, in the mail server's own words. */
function Test({ mail, typed, onClose }: Omit<TestDialogProps, 'opened'>) {
  const { place, person } = useSession();
  const server = useQueryOf('mail.settings', { organizationId: place.id }).data?.settings;
  const [to, setTo] = useState(person.email);
  const [sending, setSending] = useState(false);
  const [tested, setTested] = useState<Tested | null>(null);
  const [failure, setFailure] = useState<{ readonly at?: string; readonly text?: string }>({});
  const send = async () => {
    setSending(true);
    setTested(null);
    setFailure({});
    try {
      const address = to.trim();
      const answer = await call('wording.testSend', { organizationId: place.id, ...mail, ...typed, to: address });
      const { security = 'none', auth = 'none' } = server ?? {};
      setTested({ answer, security, auth, to: address });
    } catch (error) {
      const { to: at } = fieldErrors(error);
      setFailure(at === undefined ? { text: wordsFor(error) } : { at });
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <p className="gh-dim" style={{ margin: '0 0 16px' }}>
        {say.lead}
      </p>
      <TextInput
        label={say.to}
        inputMode="email"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={failure.at}
        disabled={sending}
        data-autofocus
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || sending) return;
          event.preventDefault();
          void send();
        }}
      />
      {failure.text ? (
        <p className="gh-bad" role="alert">
          {failure.text}
        </p>
      ) : null}
      {tested ? <MailTestSteps {...tested} /> : null}
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.close}
        </Button>
        <Button onClick={() => void send()} disabled={sending}>
          {sending ? say.sending : say.send}
        </Button>
      </DialogFooter>
    </>
  );
}

import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isError } from '../../app/api.ts';
import { words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import classes from './TwoFactor.module.css';

interface ProofDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly email: string;
  /** Whether there is a second factor to prove. */
  readonly asksCode?: boolean;
  readonly onProof: (proof: { password: string; code: string }) => Promise<unknown>;
}

/** Asks for the password, and a code if there is a second factor, lest a stranger at the desk take the account over. */
export function ProofDialog({ opened, onClose, title, ...rest }: ProofDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={480}>
      <ProofForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function ProofForm({
  onClose,
  lead,
  submit,
  email,
  asksCode = true,
  onProof,
}: Omit<ProofDialogProps, 'opened' | 'title'>) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ field: 'password' | 'code'; why: string }>();
  const { twofactor: say } = words;
  const give = async () => {
    setBusy(true);
    setWrong(undefined);
    try {
      await onProof({ password, code });
    } catch (error) {
      setWrong({ field: isError(error, 'wrong-credentials') || !asksCode ? 'password' : 'code', why: whyNot(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <p className={classes.lead}>{lead}</p>
      <div className={classes.fields}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={say.password}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          value={password}
          error={wrong?.field === 'password' ? wrong.why : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {asksCode ? (
          <TextInput
            label={say.code}
            description={say.codeHint}
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={60}
            value={code}
            error={wrong?.field === 'code' ? wrong.why : undefined}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={password === '' || (asksCode && code.trim() === '')}>
          {submit}
        </Button>
      </DialogFooter>
    </form>
  );
}

const whyNot = (error: unknown) =>
  isError(error, 'wrong-credentials') ? words.profile.password.wrong : wordsFor(error);

import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { call, desktop } from '../../app/api.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { useAsking } from '../../components/use-asking.ts';
import classes from './Key.module.css';

const say = words.key.lost;

interface TakeFromBackupProps {
  readonly path: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes the key, and nothing else, from an encrypted backup. */
export function TakeFromBackup({ path, opened, onClose }: TakeFromBackupProps) {
  const [passphrase, setPassphrase] = useState('');
  const { error, setError, busy, answer } = useAsking(onClose);
  const take = () =>
    answer(async () => {
      await call('key.recover', { file: { path }, passphrase });
      await desktop.reopenWorkspace();
    });
  return (
    <Modal opened={opened} onClose={onClose} title={say.backupTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <p className={classes.text}>{say.backupText}</p>
        <PasswordInput
          mt={12}
          label={say.passphrase}
          autoComplete="off"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setError(undefined);
          }}
          error={error}
        />
        <DialogFooter>
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" disabled={passphrase === ''} loading={busy}>
            {say.take}
          </Button>
        </DialogFooter>
      </form>
    </Modal>
  );
}

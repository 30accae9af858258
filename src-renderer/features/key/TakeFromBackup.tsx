import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { call, desktop } from '../../app/api.ts';
import { words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
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
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await call('key.recover', { file: { path }, passphrase });
      await desktop.reopenWorkspace();
    } catch (refused) {
      setWrong(wordsFor(refused));
    }
    setBusy(false);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.backupTitle}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
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
            setWrong(null);
          }}
          error={wrong}
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

import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, desktop } from '../../app/api.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import classes from './Key.module.css';

const say = words.key.lost;

interface BeginAnewProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what is lost with the key, and starts over with a new one once a word has been typed. */
export function BeginAnew({ opened, onClose }: BeginAnewProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = typed.trim().toUpperCase() === say.word;
  const begin = async () => {
    setBusy(true);
    try {
      await call('key.begin', { lost: true });
      await desktop.reopenWorkspace();
    } catch (error) {
      toastError(error);
    }
    setBusy(false);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={say.beginTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void begin();
        }}
      >
        <ul className={classes.points}>
          {say.beginText.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <TextInput
          mt={14}
          label={say.type(say.word)}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DialogFooter>
          <Button variant="default" onClick={onClose} data-autofocus>
            {say.cancel}
          </Button>
          <Button type="submit" color="red" disabled={!ready} loading={busy}>
            {say.confirm}
          </Button>
        </DialogFooter>
      </form>
    </Modal>
  );
}

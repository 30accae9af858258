import { Button, Modal } from '@mantine/core';
import { desktop } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { language, words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import classes from './Key.module.css';

const say = words.key;

interface MoveDialogProps {
  readonly to: 'keyring' | 'file';
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what moving the key means, asks where to save the recovery key, and moves it. */
export function MoveDialog({ to, opened, onClose }: MoveDialogProps) {
  const move = useCommand('key.move');
  const texts = {
    keyring: { title: say.move.keyringTitle, points: say.move.keyring, confirm: say.move.keyringConfirm },
    file: { title: say.move.fileTitle, points: say.move.file, confirm: say.move.fileConfirm },
  }[to];
  const confirm = async () => {
    if (to === 'file') await move.mutateAsync({ to });
    else {
      const recoveryFile = await desktop.chooseNewFile(say.recoveryName);
      if (!recoveryFile) return;
      await move.mutateAsync({ to, recoveryFile, language });
    }
    toast(say.moved[to]);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={texts.title}>
      <ul className={classes.points}>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.move.cancel}
        </Button>
        <Button loading={move.isPending} onClick={() => void confirm().catch(toastError)}>
          {texts.confirm}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

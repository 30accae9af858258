import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';

interface SetUpDialogProps {
  readonly email: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sets up a second factor. While the recovery codes are on screen, only the button closes it. */
export function SetUpDialog({ email, opened, onClose }: SetUpDialogProps) {
  const [held, setHeld] = useState(false);
  const close = () => {
    setHeld(false);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={held ? () => {} : close}
      withCloseButton={!held}
      title={held ? words.twofactor.codes.title : words.twofactor.begin.title}
      size={560}
      closeOnClickOutside={false}
    >
      <SetUpSteps
        email={email}
        onCodes={() => setHeld(true)}
        onDone={close}
        foot={({ label, busy, waits, last }) => (
          <DialogFooter>
            {last ? null : (
              <Button variant="default" onClick={close}>
                {words.common.cancel}
              </Button>
            )}
            <Button type="submit" loading={busy} disabled={waits}>
              {label}
            </Button>
          </DialogFooter>
        )}
      />
    </Modal>
  );
}

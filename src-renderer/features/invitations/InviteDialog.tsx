import { Modal } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { type InviteMode, keepOverReload } from './draft.ts';
import classes from './InviteDialog.module.css';
import { InviteFlow } from './InviteFlow.tsx';

keepOverReload(sessionStorage, window);

interface InviteDialogProps {
  readonly opened: boolean;
  readonly mode: InviteMode;
  readonly onClose: () => void;
}

/** Invites people, one by one or from a pasted list, and shows what became of it. Typed text outlives a closing. */
export function InviteDialog({ opened, mode, onClose }: InviteDialogProps) {
  const [narrow, setNarrow] = useState(false);
  const leave = useRef(onClose);
  const close = useCallback(() => {
    onClose();
    setNarrow(false);
  }, [onClose]);
  return (
    <Modal.Root
      opened={opened}
      onClose={() => leave.current()}
      size={narrow ? 760 : 1112}
      xOffset={24}
      yOffset={24}
      centered
      padding={0}
      closeOnClickOutside={false}
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <InviteFlow first={mode} onClose={close} onNarrow={setNarrow} leave={leave} />
      </Modal.Content>
    </Modal.Root>
  );
}

import { Modal } from '@mantine/core';
import { useRef } from 'react';
import { InviteGuestsFlow } from './InviteGuestsFlow.tsx';

interface InviteGuestsDialogProps {
  readonly opened: boolean;
  /** An address that is there from the start: somebody who is to come back. */
  readonly first: string | undefined;
  readonly onClose: () => void;
}

/** Invites guests by their addresses, and shows what became of it. Typed text outlives a closing. */
export function InviteGuestsDialog({ opened, first, onClose }: InviteGuestsDialogProps) {
  const leave = useRef(onClose);
  return (
    <Modal.Root
      opened={opened}
      onClose={() => leave.current()}
      size={760}
      xOffset={24}
      yOffset={24}
      centered
      padding={0}
      closeOnClickOutside={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        <InviteGuestsFlow first={first} onClose={onClose} leave={leave} />
      </Modal.Content>
    </Modal.Root>
  );
}

import { useRef } from 'react';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import { InviteGuestsFlow } from './InviteGuestsFlow.tsx';

interface InviteGuestsDialogProps {
  readonly opened: boolean;
  /** An address filled in from the start: somebody who is to come back. */
  readonly first: string | undefined;
  readonly onClose: () => void;
}

/** Invites guests by their addresses, and shows the result. Typed text is kept when the dialog closes. */
export function InviteGuestsDialog({ opened, first, onClose }: InviteGuestsDialogProps) {
  const leave = useRef(onClose);
  return (
    <FlowDialog opened={opened} size={760} onClose={() => leave.current()}>
      <InviteGuestsFlow first={first} onClose={onClose} leave={leave} />
    </FlowDialog>
  );
}

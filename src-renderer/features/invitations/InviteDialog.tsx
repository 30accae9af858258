import { useCallback, useRef, useState } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import type { BatchMode } from './draft.ts';
import { InviteFlow } from './InviteFlow.tsx';

interface InviteDialogProps {
  readonly opened: boolean;
  readonly mode: BatchMode;
  readonly start: InviteStart;
  readonly onClose: () => void;
}

/** Invites people, one by one or from a pasted list, and shows the result. Typed text is kept when the dialog closes. */
export function InviteDialog({ opened, mode, start, onClose }: InviteDialogProps) {
  const [narrow, setNarrow] = useState(false);
  const leave = useRef(onClose);
  const close = useCallback(() => {
    onClose();
    setNarrow(false);
  }, [onClose]);
  return (
    <FlowDialog opened={opened} size={narrow ? 760 : 1112} onClose={() => leave.current()}>
      <InviteFlow first={mode} start={start} onClose={close} onNarrow={setNarrow} leave={leave} />
    </FlowDialog>
  );
}

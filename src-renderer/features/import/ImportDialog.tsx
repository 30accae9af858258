import { useRef } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import { ImportFlow } from './ImportFlow.tsx';

interface ImportDialogProps {
  readonly opened: boolean;
  readonly start: InviteStart;
  readonly onClose: () => void;
}

/** Invites the people of a CSV or XLSX file. */
export function ImportDialog({ opened, start, onClose }: ImportDialogProps) {
  const leave = useRef(onClose);
  return (
    <FlowDialog opened={opened} size={1112} onClose={() => leave.current()}>
      <ImportFlow start={start} onClose={onClose} leave={leave} />
    </FlowDialog>
  );
}

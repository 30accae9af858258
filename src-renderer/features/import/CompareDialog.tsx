import { useRef, useState } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import { CompareFlow } from './CompareFlow.tsx';
import { ImportFlow } from './ImportFlow.tsx';
import type { ChosenLines } from './use-import.ts';

interface CompareDialogProps {
  readonly opened: boolean;
  readonly start: InviteStart;
  readonly onClose: () => void;
}

/** Compares a list with who is here. Missing people can go on to the import's check step, in the same dialog. */
export function CompareDialog({ opened, start, onClose }: CompareDialogProps) {
  const leave = useRef(onClose);
  const [missing, setMissing] = useState<ChosenLines | null>(null);
  const close = () => {
    onClose();
    // a dialog that is opened again starts from the beginning
    setMissing(null);
  };
  return (
    <FlowDialog opened={opened} size={1112} onClose={() => leave.current()}>
      {missing ? (
        <ImportFlow start={start} chosen={missing} onClose={close} leave={leave} />
      ) : (
        <CompareFlow kind={start.kind} onInvite={setMissing} onClose={close} leave={leave} />
      )}
    </FlowDialog>
  );
}

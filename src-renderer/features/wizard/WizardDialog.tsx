import { useRef } from 'react';
import type { InviteStart } from '../../app/invite.tsx';
import { FlowDialog } from '../../components/FlowDialog.tsx';
import { WizardFlow } from './WizardFlow.tsx';

interface WizardDialogProps {
  readonly opened: boolean;
  readonly start: InviteStart;
  readonly onClose: () => void;
}

/** Adds one person step by step: details, groups, overview, result. */
export function WizardDialog({ opened, start, onClose }: WizardDialogProps) {
  const leave = useRef(onClose);
  return (
    <FlowDialog opened={opened} size={720} onClose={() => leave.current()}>
      <WizardFlow start={start} onClose={onClose} leave={leave} />
    </FlowDialog>
  );
}

import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import classes from './TwoFactor.module.css';

interface CodesDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly lead: string;
  readonly kept: string;
  readonly onKept: () => void;
  readonly children: ReactNode;
}

/** Shows codes the only time they are shown: nothing but its button closes it. */
export const CodesDialog = ({ opened, title, lead, kept, onKept, children }: CodesDialogProps) => (
  <Modal
    opened={opened}
    onClose={() => {}}
    withCloseButton={false}
    title={title}
    size={560}
    closeOnClickOutside={false}
  >
    {/* not the button: the Enter that led here may still be held down */}
    <p className={classes.lead} tabIndex={-1} data-autofocus>
      {lead}
    </p>
    {children}
    <DialogFooter>
      <Button onClick={onKept}>{kept}</Button>
    </DialogFooter>
  </Modal>
);

import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FlowDialog.module.css';

interface FlowDialogProps {
  readonly opened: boolean;
  /** In CSS pixels; less where the window is narrow. */
  readonly size: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in which much is typed: it has head, body and foot of its own, and no click beside it closes it. */
export const FlowDialog = ({ opened, size, onClose, children }: FlowDialogProps) => (
  <Modal.Root
    opened={opened}
    onClose={onClose}
    size={size}
    xOffset={24}
    yOffset={24}
    centered
    padding={0}
    closeOnClickOutside={false}
    classNames={{ content: classes.content ?? '' }}
  >
    <Modal.Overlay />
    <Modal.Content>{children}</Modal.Content>
  </Modal.Root>
);

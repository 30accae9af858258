import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './FlowDialog.module.css';
import { useFirstEscape } from './use-first-escape.ts';

interface FlowDialogProps {
  readonly opened: boolean;
  /** In CSS pixels; less where the window is narrow. */
  readonly size: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const layers = document.getElementById('layers') ?? document.body;

/**
 * A dialog for longer input: it has its own head, body and foot, and a click outside does not close it. The portal is
 * React's: Mantine's draws its content in one go after everything else, which no transition can defer.
 */
export function FlowDialog({ opened, size, onClose, children }: FlowDialogProps) {
  useFirstEscape(opened, onClose);
  return createPortal(
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      xOffset={24}
      yOffset={24}
      centered
      padding={0}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withinPortal={false}
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>{children}</Modal.Content>
    </Modal.Root>,
    layers,
  );
}

import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { DialogFooter } from './DialogFooter.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Who or what it is about. */
  readonly subject: string;
  readonly text: string;
  readonly keep: string;
  readonly confirm: string;
  readonly icon: ReactNode;
  readonly busy: boolean;
  /** Nothing is lost by confirming: the button is not red. */
  readonly calm?: boolean;
  /** The answer is not complete yet. */
  readonly waits?: boolean;
  readonly onConfirm: () => void;
  /** A choice to make first. */
  readonly children?: ReactNode;
}

/** Says what will end and that this is final; the safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    onClose,
    title,
    subject,
    text,
    keep,
    confirm,
    icon,
    busy,
    waits = false,
    calm = false,
    onConfirm,
    children,
  } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={480}>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        <b style={{ fontWeight: 600 }}>{subject}</b>
      </p>
      <p className="gh-dim" style={{ margin: '8px 0 0', overflowWrap: 'anywhere' }}>
        {text}
      </p>
      {children}
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {keep}
        </Button>
        <Button
          {...(calm ? {} : { color: 'red' })}
          leftSection={icon}
          loading={busy}
          disabled={waits}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

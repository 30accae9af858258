import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { longestComment } from '#contract/vocabulary/drafts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { useAsking } from '../../components/use-asking.ts';

const say = words.drafts.returning;

interface ReturnDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onReturn: (comment: string) => Promise<unknown>;
}

/** Returns a draft to its author, saying what to change. */
export const ReturnDialog = ({ opened, onClose, onReturn }: ReturnDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={say.title} size={460}>
    <Form onClose={onClose} onReturn={onReturn} />
  </Modal>
);

function Form({ onClose, onReturn }: Omit<ReturnDialogProps, 'opened'>) {
  const [comment, setComment] = useState('');
  const { error, busy, answer } = useAsking(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void answer(() => onReturn(comment));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Textarea
        label={say.comment}
        description={say.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={longestComment}
        data-autofocus
        value={comment}
        error={error}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {say.action}
        </Button>
      </DialogFooter>
    </form>
  );
}

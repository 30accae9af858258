import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fieldErrors, words, wordsFor } from '../app/words.ts';
import { DialogFooter } from './DialogFooter.tsx';
import { useAsking } from './use-asking.ts';

interface NameDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly label: string;
  /** What stands in the field at first. */
  readonly initial: string;
  readonly confirm: string;
  /** Refused names are shown at the field; otherwise the dialog closes. */
  readonly onConfirm: (name: string) => Promise<unknown>;
}

/** Asks for one name. */
export function NameDialog({ opened, onClose, title, ...rest }: NameDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={460}>
      <NameForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function NameForm({ onClose, hint, label, initial, confirm, onConfirm }: Omit<NameDialogProps, 'opened' | 'title'>) {
  const [name, setName] = useState(initial);
  const { error, setError, busy, answer } = useAsking(onClose, (e) => fieldErrors(e).name ?? wordsFor(e));
  useEffect(() => setName(initial), [initial]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answer(() => onConfirm(name));
      }}
    >
      <TextInput
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={120}
        data-autofocus
        value={name}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          {confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}

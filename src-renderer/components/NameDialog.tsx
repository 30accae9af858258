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
  /** What is in the field at first. */
  readonly initial: string;
  readonly confirm: string;
  /** Refused names are shown at the field; otherwise the dialog closes. */
  readonly onConfirm: (name: string) => Promise<unknown>;
}

/** Asks for one name. */
export function NameDialog({ title, ...rest }: NameDialogProps) {
  return (
    <Modal opened={rest.opened} onClose={rest.onClose} title={title} size={460}>
      <NameForm {...rest} />
    </Modal>
  );
}

function NameForm({ opened, onClose, hint, label, initial, confirm, onConfirm }: Omit<NameDialogProps, 'title'>) {
  const [name, setName] = useState(initial);
  const { error, setError, busy, answer } = useAsking(onClose, (e) => fieldErrors(e).name ?? wordsFor(e));
  // biome-ignore lint/correctness/useExhaustiveDependencies: keeps what is typed when somebody else renames it meanwhile
  useEffect(() => {
    if (opened) setName(initial);
  }, [opened]);
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

import { Button, Modal, TextInput } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';

const say = words.bounces.ask;

interface QuestionProps {
  /** How many people. */
  readonly size: number;
  readonly onClose: () => void;
  readonly onConfirm: (why: string) => void;
}

function Question({ onClose, onConfirm }: QuestionProps) {
  const [why, setWhy] = useState('');
  const told = why.trim();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (told) onConfirm(told);
      }}
    >
      <p style={{ margin: 0 }}>{say.text}</p>
      <TextInput
        mt={16}
        label={say.why}
        description={say.whyHint}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={300}
        data-autofocus
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />} disabled={!told}>
          {say.confirm}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** Asks why the mail of some people counts as bounced. */
export const MarkDialog = ({ opened, ...asked }: QuestionProps & { readonly opened: boolean }) => (
  <Modal opened={opened} onClose={asked.onClose} title={say.title(asked.size)} size={480}>
    <Question {...asked} />
  </Modal>
);

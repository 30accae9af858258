import { Button, Modal, Stack, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { useAsking } from '../../components/use-asking.ts';
import { TimeField } from './TimeField.tsx';
import { fromField, proposed, toField } from './zoned-time.ts';

const say = words.drafts;

interface SubmitDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (sendAt: number | undefined) => Promise<unknown>;
}

/** Submits a draft to the other operators, optionally with a time to send it. */
export const SubmitDialog = ({ opened, onClose, onSubmit }: SubmitDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={say.submit.title} size={460}>
    <Form onClose={onClose} onSubmit={onSubmit} />
  </Modal>
);

function Form({ onClose, onSubmit }: Omit<SubmitDialogProps, 'opened'>) {
  const { timeZone } = useSession().place;
  const [later, setLater] = useState(false);
  const [time, setTime] = useState(() => toField(proposed(Date.now()), timeZone));
  const { error, setError, busy, answer } = useAsking(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sendAt = later ? fromField(time, timeZone) : undefined;
    if (later && sendAt === undefined) return setError(say.keep.atNeeded);
    void answer(() => onSubmit(sendAt));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{say.submit.text}</p>
        <Switch
          label={say.submit.wish}
          checked={later}
          onChange={(event) => {
            setLater(event.currentTarget.checked);
            setError(undefined);
          }}
        />
        {later ? (
          <TimeField
            value={time}
            wish
            error={error}
            onChange={(value) => {
              setTime(value);
              setError(undefined);
            }}
          />
        ) : error ? (
          <p className="gh-bad" role="alert" style={{ margin: 0 }}>
            {error}
          </p>
        ) : null}
      </Stack>
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy} data-autofocus>
          {say.submit.action}
        </Button>
      </DialogFooter>
    </form>
  );
}

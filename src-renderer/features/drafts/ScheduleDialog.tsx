import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { useAsking } from '../../components/use-asking.ts';
import { TimeField } from './TimeField.tsx';
import { fromField, proposed, toField } from './zoned-time.ts';

const say = words.drafts;

interface ScheduleDialogProps {
  readonly opened: boolean;
  /** The time it is scheduled for now. */
  readonly at: number | null;
  readonly onClose: () => void;
  readonly onSchedule: (sendAt: number) => Promise<unknown>;
}

/** Asks when a draft goes out. */
export const ScheduleDialog = ({ opened, onClose, ...rest }: ScheduleDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={say.schedule.title} size={460}>
    <Form onClose={onClose} {...rest} />
  </Modal>
);

function Form({ at, onClose, onSchedule }: Omit<ScheduleDialogProps, 'opened'>) {
  const { timeZone } = useSession().place;
  const [time, setTime] = useState(() => toField(at ?? proposed(Date.now()), timeZone));
  const { error, setError, busy, answer } = useAsking(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sendAt = fromField(time, timeZone);
    if (sendAt === undefined) return setError(say.keep.atNeeded);
    void answer(() => onSchedule(sendAt));
  };
  return (
    <form noValidate onSubmit={submit}>
      <TimeField
        value={time}
        error={error}
        onChange={(value) => {
          setTime(value);
          setError(undefined);
        }}
      />
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {say.schedule.action}
        </Button>
      </DialogFooter>
    </form>
  );
}

import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { shortDate } from '../../app/time.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { TimeField } from './TimeField.tsx';
import type { Purpose } from './use-keep.tsx';
import { fromField, proposed, toField } from './zoned-time.ts';

const say = words.drafts.keep;

interface KeepDialogProps {
  /** Null while the dialog is closed. */
  readonly purpose: Purpose | null;
  readonly people: number;
  readonly onClose: () => void;
  readonly onKeep: (name: string, sendAt: number | undefined) => Promise<void>;
}

/** The entry of the menu that led here is gone by now: its button takes the focus. */
function focusMore() {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`button[aria-label="${words.drafts.more}"]`)?.focus();
}

/** Asks for the name of a draft and, for *later*, when it goes out. */
export function KeepDialog({ purpose, people, onClose, onKeep }: KeepDialogProps) {
  return (
    <Modal
      opened={purpose !== null}
      onClose={onClose}
      onExitTransitionEnd={focusMore}
      title={say[purpose ?? 'draft'].title}
      size={480}
      zIndex={300}
    >
      {purpose ? <Form purpose={purpose} people={people} onClose={onClose} onKeep={onKeep} /> : null}
    </Modal>
  );
}

function Form({ purpose, people, onClose, onKeep }: KeepDialogProps & { readonly purpose: Purpose }) {
  const { timeZone } = useSession().place;
  const now = Date.now();
  const [name, setName] = useState(() => say.proposed(people, shortDate(now, now, timeZone, words.desktop.time)));
  const timed = purpose === 'later' || purpose === 'reviewLater';
  const [time, setTime] = useState(() => toField(proposed(now), timeZone));
  const [error, setError] = useState<{ name?: string; time?: string; all?: string }>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // a dialog within a dialog: its form must not submit the outer one
    event.stopPropagation();
    const sendAt = timed ? fromField(time, timeZone) : undefined;
    if (timed && sendAt === undefined) return setError({ time: say.atNeeded });
    if (sendAt !== undefined && sendAt <= Date.now())
      return setError({ time: words.errors.table['send-time']({ problem: 'past' }) });
    setBusy(true);
    try {
      await onKeep(name.trim(), sendAt);
    } catch (thrown) {
      const field = fieldErrors(thrown).name;
      setError(field ? { name: field } : { all: wordsFor(thrown) });
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          label={say.name}
          description={say.nameHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          data-autofocus
          value={name}
          error={error.name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError({});
          }}
        />
        {timed ? (
          <TimeField
            value={time}
            wish={purpose === 'reviewLater'}
            error={error.time}
            onChange={(value) => {
              setTime(value);
              setError({});
            }}
          />
        ) : null}
        <p className="gh-dim" style={{ margin: 0 }}>
          {say.facts(people)}
        </p>
        {error.all ? (
          <p className="gh-bad" role="alert" style={{ margin: 0 }}>
            {error.all}
          </p>
        ) : null}
      </Stack>
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          {say[purpose].action}
        </Button>
      </DialogFooter>
    </form>
  );
}

import { Button } from '@mantine/core';
import { words } from '../app/words.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import classes from './SaveBar.module.css';
import type { StoredForm } from './use-stored-form.ts';

interface SaveBarProps extends Pick<StoredForm<object>, 'dirty' | 'saving' | 'undo'> {
  /** Below the fields of one form among several, instead of at the foot of the page. */
  readonly inline?: boolean;
}

/** The foot of a form: says that there are unsaved changes, saves or undoes them, and asks before a link leads away. */
export function SaveBar({ dirty, saving, undo, inline = false }: SaveBarProps) {
  const { settings: wording } = words;
  return (
    <div className={inline ? classes.inline : classes.bar}>
      <p role="status">{dirty ? wording.unsaved : ''}</p>
      <Button variant="subtle" color="gray" onClick={undo} disabled={!dirty || saving}>
        {wording.undo}
      </Button>
      <Button type="submit" disabled={!dirty || saving}>
        {saving ? wording.saving : wording.save}
      </Button>
      <LeaveGuard active={dirty} />
    </div>
  );
}

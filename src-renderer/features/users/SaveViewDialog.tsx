import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SavedView, ViewQuery } from '#contract/views.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { fieldErrors, words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';

interface SaveViewDialogProps {
  readonly opened: boolean;
  /** What to save; with `renamed`, that view's own query. */
  readonly query: ViewQuery;
  readonly renamed: SavedView | undefined;
  readonly views: readonly SavedView[];
  readonly onClose: () => void;
  readonly onSaved: (id: number) => void;
}

type FormProps = Omit<SaveViewDialogProps, 'opened'>;

function Form({ query, renamed, views, onClose, onSaved }: FormProps) {
  const { place } = useSession();
  const organizationId = place.id;
  const [name, setName] = useState(renamed?.name ?? '');
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const say = words.views.saved;
  const typed = name.trim();
  const same = views.find((view) => view.name === typed && view.id !== renamed?.id);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { id } = await save.mutateAsync({ organizationId, name: typed, query });
      if (renamed && renamed.id !== id) await remove.mutateAsync({ organizationId, id: renamed.id });
      onSaved(id);
    } catch {
      // shown below the field
    }
  };
  const error = save.error ?? remove.error;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextInput
        label={say.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        error={error ? (fieldErrors(error).name ?? wordsFor(error)) : renamed && same ? say.taken : undefined}
        data-autofocus
      />
      {renamed ? null : (
        <p className="gh-dim" style={{ margin: '8px 0 0' }}>
          {same ? say.replaces : say.text}
        </p>
      )}
      <DialogFooter>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button
          type="submit"
          disabled={typed === '' || (renamed !== undefined && (same !== undefined || typed === renamed.name))}
          loading={save.isPending || remove.isPending}
        >
          {renamed ? say.rename : say.save}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** Asks for the name of a view, to save or to rename it. */
export function SaveViewDialog({ opened, ...form }: SaveViewDialogProps) {
  const say = words.views.saved;
  return (
    <Modal opened={opened} onClose={form.onClose} title={form.renamed ? say.renameTitle : say.title} size={460}>
      <Form key={form.renamed?.id ?? 'new'} {...form} />
    </Modal>
  );
}

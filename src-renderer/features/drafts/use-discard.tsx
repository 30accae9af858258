import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface Doomed {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
}

const say = words.drafts;

/** Asks before a draft is discarded. */
export function useDiscard(onDone: () => void = () => {}) {
  const { place } = useSession();
  const discard = useCommand('drafts.discard');
  // kept while the dialog fades
  const [draft, setDraft] = useState<Doomed | null>(null);
  const [opened, setOpened] = useState(false);
  return {
    ask: (one: Doomed) => {
      setDraft(one);
      setOpened(true);
    },
    dialog: (
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={say.discarding.title}
        subject={draft?.name ?? ''}
        text={say.discarding.text(draft?.rows ?? 0)}
        keep={say.discarding.keep}
        confirm={say.discarding.confirm}
        icon={<IconTrash size={16} stroke={1.6} aria-hidden />}
        busy={discard.isPending}
        onConfirm={() =>
          draft &&
          discard.mutate(
            { organizationId: place.id, id: draft.id },
            {
              onSuccess: () => {
                toast(say.told.discarded(draft.name));
                setOpened(false);
                onDone();
              },
              onError: toastError,
            },
          )
        }
      />
    ),
  };
}

import { IconRestore } from '@tabler/icons-react';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import type { Mail } from './mail.ts';

const say = words.wording.resetDialog;

interface ResetDialogProps {
  readonly mail: Mail;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Discards what is typed, too, so that the stored wording comes in. */
  readonly onReset: () => void;
}

/** Asks before the organization's own wording is removed. */
export function ResetDialog({ mail, opened, onClose, onReset }: ResetDialogProps) {
  const organizationId = useSession().place.id;
  const reset = useCommand('wording.reset');
  const confirm = () =>
    reset.mutate(
      { organizationId, ...mail },
      {
        onSuccess: () => {
          onReset();
          onClose();
          toast(say.done);
        },
        onError: toastError,
      },
    );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={say.title}
      subject={words.wording.kinds[mail.kind].name}
      text={say.text}
      keep={say.keep}
      confirm={say.confirm}
      icon={<IconRestore size={16} stroke={1.6} aria-hidden />}
      busy={reset.isPending}
      onConfirm={confirm}
    />
  );
}

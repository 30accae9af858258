import { Button, Modal } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import type { UserRow } from '#contract/users.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';

interface RevokeDialogProps {
  /** Who is asked about; stays while the dialog fades. */
  readonly row: UserRow | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The row that had the focus may be gone with its person: the one in its place takes over. */
function focusNeighbour() {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus();
}

/** Names who is removed and that it is final; the safe answer has the focus. */
export function RevokeDialog({ row, opened, onClose }: RevokeDialogProps) {
  const { place } = useSession();
  const revoke = useCommand('invitations.revoke');
  const say = words.users.revoke;
  const confirm = async () => {
    if (!row) return;
    try {
      await revoke.mutateAsync({ organizationId: place.id, membershipId: row.membershipId });
      toast(words.users.done.revoked(row.name || row.email));
    } catch (error) {
      toastError(error);
    }
    onClose();
    setTimeout(focusNeighbour, 50);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.title}
      size={460}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {row?.name ? <b style={{ fontWeight: 600 }}>{row.name} </b> : null}
        {row?.email}
      </p>
      <p className="gh-dim" style={{ margin: '8px 0 0' }}>
        {say.text}
      </p>
      <DialogFooter>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say.keep}
        </Button>
        <Button
          color="red"
          leftSection={<IconBan size={16} stroke={1.6} aria-hidden />}
          loading={revoke.isPending}
          onClick={() => void confirm()}
        >
          {say.confirm}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

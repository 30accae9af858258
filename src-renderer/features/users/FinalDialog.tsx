import { Button, Modal } from '@mantine/core';
import { IconBan, IconUserMinus } from '@tabler/icons-react';
import type { MemberKind } from '#contract/vocabulary/user-filter.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';

/** Who the question is about, and what would happen to them. */
export interface Final {
  readonly deed: 'revoke' | 'remove';
  readonly kind: MemberKind;
  readonly membershipId: number;
  readonly name: string;
  readonly email: string;
}

const done = { revoke: words.users.done.revoked, remove: words.users.done.removed } as const;

interface FinalDialogProps {
  /** Kept while the dialog fades. */
  readonly asked: Final | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The row that had the focus may be gone with its person: the focus goes to the one in its place, or to the page. */
function focusNeighbour() {
  if (document.activeElement && document.activeElement !== document.body) return;
  const row = document.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
  (row ?? document.getElementById('content'))?.focus();
}

/** Asks before anything that cannot be undone: says who, what happens, and that it is final; the safe answer has the focus. */
export function FinalDialog({ asked, opened, onClose }: FinalDialogProps) {
  const { place } = useSession();
  const revoke = useCommand('invitations.revoke');
  const remove = useCommand('users.remove');
  const removeGuest = useCommand('guests.remove');
  const isGuest = asked?.kind === 'guest';
  const say = (isGuest ? words.guests : words.users)[asked?.deed ?? 'revoke'];
  const Icon = asked?.deed === 'remove' ? IconUserMinus : IconBan;
  const confirm = async () => {
    if (!asked) return;
    const command = isGuest ? removeGuest : asked.deed === 'remove' ? remove : revoke;
    try {
      await command.mutateAsync({ organizationId: place.id, membershipId: asked.membershipId });
      const said = isGuest && asked.deed === 'remove' ? words.guests.done.removed : done[asked.deed];
      toast(said(asked.name || asked.email));
    } catch (error) {
      toastError(error);
    }
    onClose();
    setTimeout(focusNeighbour, 50);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={say.title} size={460}>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {asked?.name ? <b style={{ fontWeight: 600 }}>{asked.name} </b> : null}
        {asked?.email}
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
          leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          loading={revoke.isPending || remove.isPending || removeGuest.isPending}
          onClick={() => void confirm()}
        >
          {say.confirm}
        </Button>
      </DialogFooter>
    </Modal>
  );
}

import { Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RoleRow } from '#contract/roles.ts';
import { isError } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { words, wordsFor } from '../../app/words.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

const say = words.roles.removal;

interface RemoveRoleDialogProps {
  readonly role: RoleRow;
  readonly roles: readonly RoleRow[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks which role its members get instead; without members, only for confirmation. */
export function RemoveRoleDialog({ role, roles, opened, onClose }: RemoveRoleDialogProps) {
  const organizationId = useSession().place.id;
  const remove = useCommand('roles.remove');
  const [instead, setInstead] = useState<string | null>(null);
  // somebody who has left, or came meanwhile, may still hold it
  const [asked, setAsked] = useState<string>();
  const needed = role.members > 0 || asked !== undefined;
  useEffect(() => {
    if (!opened) return;
    setInstead(null);
    setAsked(undefined);
  }, [opened]);
  const confirm = async () => {
    try {
      await remove.mutateAsync({
        organizationId,
        id: role.id,
        ...(needed && instead !== null && { replaceWith: Number(instead) }),
      });
      onClose();
      toast(words.roles.done.removed(role.name));
      go('/roles', { replace: true });
    } catch (error) {
      if (isError(error, 'role-in-use')) setAsked(wordsFor(error));
      else toastError(error);
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={say.title}
      subject={role.name}
      text={role.members > 0 ? say.some(role.members) : (asked ?? say.nobody)}
      keep={say.keep}
      confirm={say.confirm}
      icon={<IconTrash size={16} stroke={1.6} aria-hidden />}
      busy={remove.isPending}
      waits={needed && instead === null}
      onConfirm={() => void confirm()}
    >
      {needed ? (
        <Select
          mt={16}
          label={say.replacement}
          placeholder={say.choose}
          required
          data={roles
            .filter((other) => other.id !== role.id && other.grantable)
            .map((other) => ({ value: String(other.id), label: other.name }))}
          value={instead}
          onChange={setInstead}
          allowDeselect={false}
          searchable
        />
      ) : null}
    </ConfirmDialog>
  );
}

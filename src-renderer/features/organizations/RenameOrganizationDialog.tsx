import { useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { NameDialog } from '../../components/NameDialog.tsx';

const say = words.organizations;

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Renames the organization on screen. */
export function RenameOrganizationDialog({ opened, onClose }: DialogProps) {
  const { place } = useSession();
  const update = useCommand('organizations.update');
  const rename = async (name: string) => {
    await update.mutateAsync({ organizationId: place.id, name });
    toast(say.rename.done(name.trim()));
  };
  return (
    <NameDialog
      opened={opened}
      onClose={onClose}
      title={say.rename.title}
      hint={words.settings.organization.lead}
      label={say.create.name}
      initial={place.name}
      confirm={say.rename.confirm}
      onConfirm={rename}
    />
  );
}

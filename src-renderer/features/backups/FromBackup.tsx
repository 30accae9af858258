import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { desktop } from '../../app/api.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

/** Restores a backup from a file that the person chooses: on another computer, say. */
export function FromBackup({ label = words.backups.firstStart }: { readonly label?: string }) {
  const [path, setPath] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const choose = async () => {
    const chosen = await desktop.chooseBackup();
    if (!chosen) return;
    setPath(chosen);
    setOpened(true);
  };
  return (
    <>
      <Button
        mt={10}
        fullWidth
        variant="subtle"
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
        onClick={() => void choose().catch(toastError)}
      >
        {label}
      </Button>
      {path ? <RestoreDialog file={{ path }} opened={opened} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

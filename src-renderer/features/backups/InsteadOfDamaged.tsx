import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQueryOf } from '../../app/queries.ts';
import { words } from '../../app/words.ts';
import classes from './Backups.module.css';
import { FromBackup } from './FromBackup.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useMadeAt } from './use-made-at.ts';

const say = words.backups.damaged;

/** Shown below the message that the database is damaged: offers the last good backup, or one from a file. */
export function InsteadOfDamaged() {
  const latest = useQueryOf('backups.list', {}).data?.rows[0];
  const [opened, setOpened] = useState(false);
  const madeAt = useMadeAt();
  return (
    <div className={classes.instead}>
      <p className={classes.text}>{say.text}</p>
      {latest ? (
        <>
          <Button mt={10} fullWidth variant="default" onClick={() => setOpened(true)}>
            {say.latest(madeAt(latest.at))}
          </Button>
          <RestoreDialog file={{ name: latest.name }} opened={opened} onClose={() => setOpened(false)} />
        </>
      ) : null}
      <FromBackup label={latest ? say.other : words.backups.firstStart} />
    </div>
  );
}

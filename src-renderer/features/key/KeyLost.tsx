import { Button, PasswordInput } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { call, desktop, isError } from '../../app/api.ts';
import { toastError } from '../../app/toasts.ts';
import { words, wordsFor } from '../../app/words.ts';
import { BeginAnew } from './BeginAnew.tsx';
import classes from './Key.module.css';
import { TakeFromBackup } from './TakeFromBackup.tsx';

const say = words.key.lost;

/** Shown below the message that the key cannot be read: ways to get it back, or to go on without it. */
export function KeyLost({ error }: { readonly error: unknown }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [asking, setAsking] = useState<'backup' | 'begin' | null>(null);
  const use = async () => {
    try {
      await call('key.recover', { recoveryKey: typed });
    } catch (refused) {
      return setWrong(wordsFor(refused));
    }
    await desktop.reopenWorkspace();
  };
  const choose = async () => {
    const chosen = await desktop.chooseBackup();
    if (!chosen) return;
    setPath(chosen);
    setAsking('backup');
  };
  return (
    <div className={classes.ways}>
      <p className={classes.text}>{say.intro}</p>
      {isError(error, 'key-in-keyring') ? <p className={classes.text}>{say.again}</p> : null}
      <form
        className={classes.way}
        onSubmit={(event) => {
          event.preventDefault();
          void use().catch(toastError);
        }}
      >
        <PasswordInput
          label={say.recovery}
          description={say.recoveryHint}
          autoComplete="off"
          spellCheck={false}
          visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(null);
          }}
          error={wrong}
        />
        <Button type="submit" mt={8} fullWidth disabled={typed.trim() === ''}>
          {say.use}
        </Button>
      </form>
      <Button
        mt={10}
        fullWidth
        variant="default"
        leftSection={<IconDatabaseExport size={16} stroke={1.6} aria-hidden />}
        onClick={() => void choose().catch(toastError)}
      >
        {say.backup}
      </Button>
      <Button mt={10} fullWidth variant="subtle" color="red" onClick={() => setAsking('begin')}>
        {say.begin}
      </Button>
      {path ? <TakeFromBackup path={path} opened={asking === 'backup'} onClose={() => setAsking(null)} /> : null}
      <BeginAnew opened={asking === 'begin'} onClose={() => setAsking(null)} />
    </div>
  );
}

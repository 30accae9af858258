import { Button, Modal, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BackupFile } from '#contract/backups.ts';
import type { OutputOf } from '#contract/index.ts';
import { ApiError, call, desktop, isError } from '../../app/api.ts';
import { newestOnly } from '../../app/newest.ts';
import { queryClient } from '../../app/queries.ts';
import { toastError } from '../../app/toasts.ts';
import { words, wordsFor } from '../../app/words.ts';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import classes from './Backups.module.css';
import { RestorePreview } from './RestorePreview.tsx';

const say = words.backups.preview;

interface RestoreDialogProps {
  readonly file: BackupFile;
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Held = OutputOf<'backups.inspect'>;
type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'locked'; readonly wrong: string | null }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'held'; readonly held: Held };

async function inspected(file: BackupFile, more: { passphrase?: string }): Promise<Step> {
  try {
    return { kind: 'held', held: await call('backups.inspect', { file, ...more }) };
  } catch (error) {
    if (isError(error, 'backup-passphrase-needed')) return { kind: 'locked', wrong: null };
    if (isError(error, 'backup-passphrase-wrong')) return { kind: 'locked', wrong: wordsFor(error) };
    return { kind: 'unreadable', why: wordsFor(error) };
  }
}

/** Opens a backup, with its passphrase where it needs one, shows what it holds, and restores it on confirmation. */
export function RestoreDialog({ file, opened, onClose }: RestoreDialogProps) {
  const [step, setStep] = useState<Step>({ kind: 'reading' });
  const [passphrase, setPassphrase] = useState<string | undefined>();
  const [restoring, setRestoring] = useState(false);
  const given = passphrase === undefined ? {} : { passphrase };

  // opening a backup takes a while: what was found in another one meanwhile must not be shown for this one
  const [newest] = useState(() => newestOnly<Step>());
  const inspect = (more: { passphrase?: string }) => newest(inspected(file, more), setStep);
  // keeps what is typed when the page behind is redrawn and passes a new object for the same file
  const which = 'path' in file ? file.path : file.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file that is opened
  useEffect(() => {
    if (!opened) return;
    setPassphrase(undefined);
    setStep({ kind: 'reading' });
    void inspect({});
  }, [opened, which]);

  const restore = async () => {
    setRestoring(true);
    try {
      const refused = await desktop.restoreBackup({ file, ...given });
      if (!refused) return; // the page is being reloaded
      toastError(new ApiError('backups.restore', refused));
      await queryClient.invalidateQueries();
    } catch (error) {
      toastError(error);
    }
    setRestoring(false);
    onClose();
  };

  return (
    <Modal opened={opened} onClose={restoring ? () => {} : onClose} title={say.title} size={600}>
      {step.kind === 'held' ? (
        <RestorePreview held={step.held} busy={restoring} onCancel={onClose} onConfirm={() => void restore()} />
      ) : null}
      {step.kind === 'reading' ? (
        <p className={classes.text} role="status">
          {say.reading}
        </p>
      ) : null}
      {step.kind === 'locked' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation(); // the settings behind the dialog are a form, too
            void inspect({ passphrase: passphrase ?? '' });
          }}
        >
          <PasswordInput
            label={say.passphrase}
            description={say.locked}
            autoComplete="off"
            data-autofocus
            autoFocus
            visibilityToggleButtonProps={{ 'aria-label': words.session.signIn.show }}
            value={passphrase ?? ''}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={step.wrong}
          />
          <DialogFooter>
            <Button variant="default" onClick={onClose}>
              {say.cancel}
            </Button>
            <Button type="submit" disabled={!passphrase}>
              {say.open}
            </Button>
          </DialogFooter>
        </form>
      ) : null}
      {step.kind === 'unreadable' ? (
        <>
          <p className={classes.text}>
            <b>{say.unreadable}.</b>
          </p>
          <p className={classes.problem} role="alert">
            {step.why}
          </p>
          <DialogFooter>
            <Button variant="default" onClick={onClose} data-autofocus>
              {words.common.close}
            </Button>
          </DialogFooter>
        </>
      ) : null}
    </Modal>
  );
}

import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileText, IconInfoCircle, IconLock, type TablerIcon } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '#contract/index.ts';
import type { KeyPlace } from '#contract/key.ts';
import { desktop } from '../../app/api.ts';
import { useCommand } from '../../app/queries.ts';
import { toast, toastError } from '../../app/toasts.ts';
import { language, words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { Notice } from '../../components/Notice.tsx';
import frame from '../settings/SettingsFrame.module.css';
import classes from './Key.module.css';
import { MoveDialog } from './MoveDialog.tsx';

const say = words.key;
type State = OutputOf<'key.state'>;

const icons: Readonly<Record<KeyPlace, TablerIcon>> = { file: IconFileText, given: IconFileText, keyring: IconLock };

function placeOf({ place, keyring }: State): string {
  if (place !== 'keyring') return say.places[place];
  return say.places.keyring(keyring.name ? say.keyrings[keyring.name] : '–');
}

/** Where the workspace key is stored, what that means, and how to move it elsewhere. */
export function KeySettings({ stored }: { readonly stored: State }) {
  const { place, file, keyring, mended } = stored;
  const saveRecovery = useCommand('key.saveRecovery');
  const [moving, setMoving] = useState(false);
  const Icon = icons[place];
  const save = async () => {
    const recoveryFile = await desktop.chooseNewFile(say.recoveryName);
    if (!recoveryFile) return;
    await saveRecovery.mutateAsync({ recoveryFile, language });
    toast(say.saved);
  };
  return (
    <div className={fields.scroll}>
      <div className={classes.fields}>
        <div>
          <h2 className={fields.title}>{words.settings.pages.security}</h2>
          <p className={frame.lead}>{say.lead}</p>
        </div>
        {mended ? (
          <Notice kind="warn" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {say.mended}
          </Notice>
        ) : null}
        <section aria-labelledby="key-place">
          <h3 id="key-place" className={frame.section}>
            {say.where}
          </h3>
          <p className={classes.place} style={{ marginTop: 14 }}>
            <Icon size={18} stroke={1.6} aria-hidden /> {placeOf(stored)}
          </p>
          <p className={classes.text}>{say.meaning[place]}</p>
          <p className={`${classes.file} gh-mono`}>{file}</p>
        </section>
        {place === 'file' && keyring.lacking !== null ? (
          <Notice kind="plain" icon={<IconInfoCircle size={16} stroke={1.6} aria-hidden />}>
            <b>{say.none}.</b> {say.lacking[keyring.lacking]}
          </Notice>
        ) : null}
        <div className={classes.actions}>
          {place === 'file' && keyring.lacking === null ? (
            <Button variant="default" onClick={() => setMoving(true)}>
              {say.toKeyring}
            </Button>
          ) : null}
          {place === 'keyring' ? (
            <Button variant="default" onClick={() => setMoving(true)}>
              {say.toFile}
            </Button>
          ) : null}
          <Button variant="subtle" onClick={() => void save().catch(toastError)}>
            {say.saveRecovery}
          </Button>
        </div>
        {place === 'given' ? null : (
          <MoveDialog to={place === 'file' ? 'keyring' : 'file'} opened={moving} onClose={() => setMoving(false)} />
        )}
      </div>
    </div>
  );
}

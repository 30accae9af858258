import { Anchor, Button, FileButton } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { saveFile } from '../../app/api.ts';
import { tellSaved } from '../../app/tell-saved.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { useDrop } from '../../components/use-drop.ts';
import classes from './Import.module.css';
import { templateFile } from './outcomes.ts';
import type { ListState } from './use-list-file.ts';
import { Working } from './Working.tsx';

const say = words.imports.file;

const saveTemplate = () => tellSaved(() => saveFile(say.templateName, templateFile()), say.templateSaved);

type FileState = Pick<ListState, 'busy' | 'error' | 'choose' | 'cancel'>;

/** A file is dropped, or chosen in the system's dialog; either way the page gets its content but no path. */
export function FileStep({ state, onCancel }: { readonly state: FileState; readonly onCancel: () => void }) {
  const { busy, error, choose, cancel } = state;
  const [several, setSeveral] = useState(false);
  // choosing the same file again, corrected meanwhile, has to count, too
  const reset = useRef<() => void>(null);
  const chosen = (file: File | null) => {
    setSeveral(false);
    if (file) void choose(file);
    reset.current?.();
  };
  const drop = useDrop((files) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file && files.length === 1 && !busy) void choose(file);
  });
  const trouble = several ? say.one : error ? wordsFor(error) : null;
  return (
    <>
      <div className={classes.body}>
        {trouble ? (
          <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {trouble}
          </Notice>
        ) : null}
        <div className={classes.drop} {...drop}>
          <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden />
          <b>{say.drop}</b>
          <span>{say.or}</span>
          <FileButton resetRef={reset} accept=".csv,.txt,.tsv,.xlsx" onChange={chosen}>
            {(props) => (
              <Button {...props} disabled={busy !== null} data-autofocus>
                {say.choose}
              </Button>
            )}
          </FileButton>
          <span className={classes.small}>{say.limits}</span>
        </div>
        <div className={classes.small}>
          <Anchor component="button" type="button" size="xs" onClick={() => void saveTemplate()}>
            {say.template}
          </Anchor>{' '}
          {say.templateHint}
        </div>
      </div>
      {busy?.kind === 'reading' ? (
        <Working text={say.reading(busy.name)} onCancel={cancel} />
      ) : (
        <div className={classes.footer}>
          <span className={classes.facts} />
          <Button variant="default" onClick={onCancel}>
            {words.common.cancel}
          </Button>
        </div>
      )}
    </>
  );
}

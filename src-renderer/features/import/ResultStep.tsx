import { Button } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { importResultFile } from '#contract/import-result.ts';
import { saveFile } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { tellSaved } from '../../app/tell-saved.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import { countVerdicts } from '../invitations/batch.ts';
import { VerdictList } from '../invitations/VerdictList.tsx';
import { underTab, type VerdictTab, VerdictTabs } from '../invitations/VerdictTabs.tsx';
import { dayOf } from '../jobs/export-file.ts';
import classes from './Import.module.css';
import type { ImportResult } from './use-import.ts';

const say = words.imports.result;
const { result: told, paste } = words.invitations;

interface ResultStepProps {
  readonly result: ImportResult;
  readonly onMore: () => void;
  readonly onDone: () => void;
  readonly onGo: (to: string) => void;
}

/** What came of the file, on screen and to save as a file. */
export function ResultStep({ result, onMore, onDone, onGo }: ResultStepProps) {
  const { settled, invited, life, error, stopped } = result;
  const { place } = useSession();
  const counts = useMemo(() => countVerdicts(settled), [settled]);
  const [tab, setTab] = useState<VerdictTab>(counts.refused > 0 ? 'refused' : 'all');
  const shown = useMemo(() => underTab(settled, tab), [settled, tab]);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const save = () =>
    tellSaved(() => saveFile(say.fileName(dayOf(Date.now(), place.timeZone)), importResultFile(words, settled)));
  const facts = [
    invited.length > 0 ? `${told.title(invited.length)}.` : `${told.nobody}.`,
    ...(invited.length > 0 ? [told.life(words.common.hours(life))] : []),
    ...(counts.skipped > 0 ? [told.skipped(counts.skipped)] : []),
    ...(counts.refused > 0 ? [`${say.problems(counts.refused)}.`] : []),
  ];
  return (
    <>
      <div className={classes.body}>
        <p className={classes.lead} role="status">
          {facts.join(' ')}
        </p>
        {error || stopped ? (
          <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {stopped ? say.stopped : `${say.failed} ${wordsFor(error)}`} {say.failedHint}
          </Notice>
        ) : null}
        <VerdictTabs counts={counts} tab={tab} onTab={setTab} />
        <div className={classes.list}>
          <VerdictList
            entries={shown}
            label={words.imports.check.rowsLabel}
            deeds={{ reinvited: new Set(), reinvite: undefined, open: (id) => onGo(`/users/${id}`) }}
            quiet={paste.emptyFiltered}
            onChoose={() => {}}
          />
        </div>
      </div>
      <div className={classes.footer}>
        <span className={`${classes.facts} gh-ellipsis`}>{say.saveHint}</span>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save()}
        >
          {say.save}
        </Button>
        <Button variant="default" onClick={onMore}>
          {say.another}
        </Button>
        <Button ref={done} onClick={onDone}>
          {words.common.done}
        </Button>
      </div>
    </>
  );
}

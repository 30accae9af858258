import { Anchor } from '@mantine/core';
import { type Ref, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { PreviewEntry } from '#contract/invitations.ts';
import { longestText } from '#contract/vocabulary/invitations.ts';
import { words, wordsFor } from '../../app/words.ts';
import { countVerdicts } from './batch.ts';
import type { Checker } from './checker.ts';
import classes from './Paste.module.css';
import { PasteBox, type PasteBoxHandle } from './PasteBox.tsx';
import { useCheckState } from './use-checker.ts';
import { VerdictList } from './VerdictList.tsx';
import type { RowDeeds } from './VerdictRow.tsx';
import { underTab, type VerdictTab, VerdictTabs } from './VerdictTabs.tsx';

interface PasteProps {
  readonly checker: Checker;
  readonly initial: string;
  readonly onText: (text: string) => void;
  readonly readOnly: boolean;
  readonly deeds: RowDeeds;
  readonly box: Ref<PasteBoxHandle>;
}

/** The box on the left, and on the right what each of its lines will do. */
export function Paste({ checker, initial, onText, readOnly, deeds, box }: PasteProps) {
  const { paste } = words.invitations;
  const { checked, tooLong, error } = useCheckState(checker);
  const [tab, setTab] = useState<VerdictTab>('all');
  const label = useId();
  const own = useRef<PasteBoxHandle>(null);
  const { entries, headingLine } = checked;
  const counts = useMemo(() => countVerdicts(entries), [entries]);
  const shown = useMemo(() => underTab(entries, tab), [entries, tab]);
  const badLines = useMemo(
    () => new Set(entries.filter((e) => e.verdict === 'refused').map((e) => e.line)) as ReadonlySet<number>,
    [entries],
  );
  const choose = useCallback((entry: PreviewEntry) => own.current?.goTo(entry.start, entry.end), []);
  const hold = (handle: PasteBoxHandle | null) => {
    own.current = handle;
    if (typeof box === 'function') box(handle);
    else if (box) box.current = handle;
  };
  return (
    <div className={classes.halves}>
      <div className={classes.head}>
        <span id={label} className={classes.label}>
          {paste.box}
        </span>
        {tooLong ? (
          <span className={`${classes.aside} ${classes.error} gh-ellipsis`} role="alert">
            {paste.tooLong(longestText)}
          </span>
        ) : (
          <span className={`${classes.aside} gh-ellipsis`}>{paste.hint}</span>
        )}
      </div>
      <VerdictTabs counts={counts} tab={tab} onTab={setTab}>
        {error ? (
          <span className={`${classes.aside} ${classes.error}`} role="alert" title={wordsFor(error)}>
            {paste.failed}{' '}
            <Anchor component="button" type="button" onClick={() => checker.again()}>
              {words.common.tryAgain}
            </Anchor>
          </span>
        ) : headingLine ? (
          <span className={`${classes.aside} gh-ellipsis`}>{paste.headings(headingLine)}</span>
        ) : null}
      </VerdictTabs>
      <PasteBox
        initial={initial}
        onText={onText}
        badLines={badLines}
        readOnly={readOnly}
        tooLong={tooLong}
        labelledBy={label}
        handle={hold}
      />
      <VerdictList
        entries={shown}
        deeds={deeds}
        quiet={entries.length === 0 ? paste.empty : paste.emptyFiltered}
        onChoose={choose}
      />
    </div>
  );
}

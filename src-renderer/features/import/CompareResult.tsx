import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { mostChosen } from '#contract/vocabulary/user-filter.ts';
import { saveFile } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { tellSaved } from '../../app/tell-saved.ts';
import { words } from '../../app/words.ts';
import { CountTabs } from '../../components/CountTabs.tsx';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { dayOf } from '../jobs/export-file.ts';
import { CompareList } from './CompareList.tsx';
import { type CompareTab, compareFile, compareTabs, rowsOf } from './compare-file.ts';
import type { Here } from './here.ts';
import classes from './Import.module.css';
import type { Comparison } from './use-compare.ts';

const say = words.compare;
const panel = 'compared';

interface CompareResultProps {
  readonly result: Comparison;
  readonly here: Here;
  /** Goes back to the columns and to who counts as being here. */
  readonly onChange: () => void;
  readonly onOther: () => void;
  readonly onInvite: () => void;
  readonly onSelect: (membershipIds: readonly number[]) => void;
  readonly onDone: () => void;
}

/** Who is missing here, who is not on the list, who is on both, and what can be done about it. */
export function CompareResult({ result, here, ...deeds }: CompareResultProps) {
  const { place } = useSession();
  const rows = useMemo(() => rowsOf(result), [result]);
  const whyNoInvite = useWhyNot('users:write');
  const [tab, setTab] = useState<CompareTab>(() => compareTabs.find((one) => rows[one].length > 0) ?? 'missing');
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => primary.current?.focus(), []);
  const save = () => tellSaved(() => saveFile(say.fileName(dayOf(Date.now(), place.timeZone)), compareFile(rows)));
  // the most that one bulk action takes; the list can be compared again for the others
  const chosen = result.surplus.slice(0, mostChosen).map(({ membershipId }) => membershipId);
  const deed =
    tab === 'missing' && result.missing.length > 0
      ? { label: say.invite(result.missing.length), run: deeds.onInvite, why: whyNoInvite }
      : tab === 'surplus' && chosen.length > 0
        ? {
            label: chosen.length < result.surplus.length ? say.selectFirst(chosen.length) : say.select(chosen.length),
            run: () => deeds.onSelect(chosen),
            why: undefined,
          }
        : null;
  return (
    <>
      <div className={classes.body}>
        <div className={classes.compared}>
          <p className={classes.lead} role="status">
            {say.comparedWith(here.kinds, here.statuses)}
          </p>
          <Button variant="subtle" size="compact-sm" onClick={deeds.onChange}>
            {say.change}
          </Button>
        </div>
        <div className={classes.tabs}>
          <CountTabs
            label={say.tabsLabel}
            value={tab}
            tabs={compareTabs
              .filter((value) => value !== 'unreadable' || rows.unreadable.length > 0)
              .map((value) => ({ value, label: say.tabs[value], count: rows[value].length }))}
            onChange={setTab}
            panel={panel}
          />
        </div>
        <div className={classes.list} id={panel} role="tabpanel" aria-label={say.tabs[tab]}>
          {/* another tab starts at the top */}
          <CompareList key={tab} rows={rows[tab]} label={say.tabs[tab]} quiet={say.quiet[tab]} />
        </div>
      </div>
      <div className={classes.footer}>
        <span className={classes.facts} />
        <Button variant="default" onClick={deeds.onOther}>
          {say.other}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save()}
        >
          {say.save}
        </Button>
        {deed ? (
          <Button variant="default" onClick={deeds.onDone}>
            {words.common.close}
          </Button>
        ) : null}
        <GuardedButton ref={primary} why={deed?.why} onClick={deed ? deed.run : deeds.onDone}>
          {deed ? deed.label : words.common.done}
        </GuardedButton>
      </div>
    </>
  );
}

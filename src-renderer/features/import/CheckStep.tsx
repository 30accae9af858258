import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { words, wordsFor } from '../../app/words.ts';
import { Notice } from '../../components/Notice.tsx';
import type { Purpose } from '../drafts/use-keep.tsx';
import { BatchDefaults } from '../invitations/BatchDefaults.tsx';
import { Footer, SendingFooter } from '../invitations/Footer.tsx';
import { VerdictList } from '../invitations/VerdictList.tsx';
import { underTab, type VerdictTab, VerdictTabs } from '../invitations/VerdictTabs.tsx';
import { Warnings } from '../invitations/Warnings.tsx';
import classes from './Import.module.css';
import type { ImportState } from './use-import.ts';

const say = words.imports.check;
const { seats: seatWords, paste } = words.invitations;

interface CheckStepProps {
  readonly state: ImportState;
  readonly onGo: (to: string) => void;
  readonly onCancel: () => void;
  readonly onKeep: (purpose: Purpose) => void;
}

const nobodyReinvited: ReadonlySet<number> = new Set();

/** What will happen with each row, and what the rows have in common. */
export function CheckStep({ state, onGo, onCancel, onKeep }: CheckStepProps) {
  const { place } = useSession();
  const { entries, counts, busy, error, seats, short, blocked, defaults } = state;
  // rows that need attention come first
  const [tab, setTab] = useState<VerdictTab>(counts.refused > 0 ? 'refused' : 'all');
  const shown = useMemo(() => underTab(entries, tab), [entries, tab]);
  return (
    <>
      <div className={classes.body}>
        {error ? (
          <Notice kind="bad" icon={<IconAlertTriangle size={16} stroke={1.6} aria-hidden />}>
            {wordsFor(error)}
          </Notice>
        ) : null}
        <div>
          <VerdictTabs counts={counts} tab={tab} onTab={setTab}>
            <Button
              variant="subtle"
              size="compact-sm"
              ml="auto"
              disabled={busy !== null}
              onClick={() => state.goTo('columns')}
            >
              {say.back}
            </Button>
          </VerdictTabs>
        </div>
        <div className={classes.list}>
          <VerdictList
            entries={shown}
            label={say.rowsLabel}
            deeds={{
              reinvited: nobodyReinvited,
              reinvite: undefined,
              open: (membershipId) => onGo(`/users/${membershipId}`),
            }}
            quiet={paste.emptyFiltered}
            onChoose={() => {}}
          />
        </div>
        <span className={classes.small}>{say.defaults}</span>
        <BatchDefaults
          choices={state.choices}
          defaults={defaults}
          roles={state.roles}
          ownLife={place.linkLifeHours}
          ownLanguage={place.language}
          rolesError={state.rolesMissing}
          groupNeeded={place.groupRequired}
          groupError={state.groupMissing}
          disabled={busy !== null}
          onChange={state.changeDefaults}
        />
        <Warnings onGo={onGo} />
      </div>
      {busy?.kind === 'sending' ? (
        <SendingFooter
          done={busy.done}
          total={busy.total}
          stopping={busy.stopping}
          onStop={state.mayStop ? state.cancel : undefined}
        />
      ) : (
        <Footer
          facts={{ new: counts.new, refused: counts.refused, skipped: counts.skipped }}
          checking={false}
          aside={
            short ??
            (typeof seats.free === 'number' && seats.needed > 0
              ? seatWords.left(seats.free, seats.free - seats.needed)
              : undefined)
          }
          short={!seats.fits}
          blocked={blocked}
          onKeep={onKeep}
          onCancel={onCancel}
          onSend={() => void state.send()}
        />
      )}
    </>
  );
}

import { Anchor, Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import type { OutputOf } from '#contract/index.ts';
import { isError } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { Breadcrumb } from '../../components/Breadcrumb.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { Moment } from '../../components/Moment.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { countVerdicts } from '../invitations/batch.ts';
import { isBlankRow } from '../invitations/rows-text.ts';
import { useChoices } from '../invitations/use-choices.ts';
import { useSeats } from '../invitations/use-seats.ts';
import { VerdictList } from '../invitations/VerdictList.tsx';
import type { RowDeeds } from '../invitations/VerdictRow.tsx';
import { underTab, type VerdictTab, VerdictTabs } from '../invitations/VerdictTabs.tsx';
import { DraftActions } from './DraftActions.tsx';
import { DraftMark } from './DraftMark.tsx';
import { DraftNotices } from './DraftNotices.tsx';
import classes from './Drafts.module.css';
import { judgedOf } from './draft-rows.ts';
import { EditRows } from './EditRows.tsx';
import { Terms } from './Terms.tsx';
import { TermsSummary } from './TermsSummary.tsx';
import { draftsHref } from './use-draft-counts.ts';
import { useDraftDeeds } from './use-draft-deeds.tsx';
import { type DraftRowsState, useDraftRows } from './use-draft-rows.ts';

const say = words.drafts;
type Draft = OutputOf<'drafts.get'>;

/** One draft: who would be invited, with what result, and what can be done with it. */
export function DraftPage() {
  const organizationId = useSession().place.id;
  const id = Number(useParams<{ id: string }>().id);
  const valid = Number.isSafeInteger(id) && id > 0;
  const found = useQueryOf('drafts.get', { organizationId, id: valid ? id : 1 }, { enabled: valid });
  const gone = !valid || (found.error && isError(found.error, 'not-found'));
  if (gone)
    return (
      <Quiet
        title={say.page.missing.title}
        text={say.page.missing.text}
        action={{ label: say.toDrafts, onClick: () => go(draftsHref()) }}
      />
    );
  if (found.error && !found.data)
    return <ErrorState title={say.unread} error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Page key={id} draft={found.data} /> : null;
}

const named = (person: Draft['author']) => (person ? person.name || person.email : say.house);
/** As high as its rows, up to a dozen; beyond that it scrolls. */
const listHeight = (rows: number) => 30 * Math.min(Math.max(rows, 3), 12) + 2;
const nobodyReinvited: ReadonlySet<number> = new Set();

function Page({ draft }: { readonly draft: Draft }) {
  const { place } = useSession();
  const choices = useChoices(place.id);
  const state = useDraftRows(draft);
  const judged = useMemo(() => draft.entries.map(judgedOf), [draft.entries]);
  const counts = useMemo(() => countVerdicts(judged), [judged]);
  const [tab, setTab] = useState<VerdictTab>('all');
  const shown = useMemo(() => underTab(judged, tab), [judged, tab]);
  const deeds = useDraftDeeds(draft, counts.new, state);
  const seats = useSeats(draft.kind === 'user' ? counts.new : 0);
  const editable = draft.state === 'draft';
  const people = editable ? state.rows.filter((row) => !isBlankRow(row)).length : draft.rows;
  const rowDeeds: RowDeeds = {
    reinvited: nobodyReinvited,
    reinvite: undefined,
    open: (membershipId) => go(`/users/${membershipId}`),
  };
  const needless = new Set(
    draft.entries.filter(({ verdict }) => verdict !== 'new' && verdict !== 'refused').map(({ id }) => id),
  );
  const takeOut = () => {
    const keys = new Set([...state.stored].flatMap(([key, { id }]) => (needless.has(id) ? [key] : [])));
    state.changeRows(state.rows.filter((row) => !keys.has(row.key)));
  };
  return (
    <div className={frame.page}>
      <Breadcrumb href={draftsHref()} label={say.title} here={draft.name} />
      <PageHeader title={draft.name} count={say.people(people)}>
        <DraftActions draft={draft} good={counts.new} people={people} deeds={deeds} />
      </PageHeader>
      <Facts draft={draft} rows={editable ? state : undefined} />
      <DraftNotices
        draft={draft}
        short={seats.fits || typeof seats.free !== 'number' ? null : { free: seats.free, needed: seats.needed }}
      />
      <div className={classes.body}>
        <VerdictTabs counts={counts} tab={tab} onTab={setTab}>
          {editable && needless.size > 0 ? (
            <Button variant="subtle" size="compact-sm" ml="auto" onClick={takeOut}>
              {say.page.takeOut(needless.size)}
            </Button>
          ) : null}
        </VerdictTabs>
        {editable ? (
          <div>
            <EditRows state={state} entries={draft.entries} tab={tab} choices={choices} deeds={rowDeeds} />
          </div>
        ) : (
          <div className={classes.list} style={{ height: listHeight(shown.length) }}>
            <VerdictList
              entries={shown}
              label={say.page.rows}
              deeds={rowDeeds}
              quiet={words.invitations.paste.emptyFiltered}
              onChoose={() => {}}
            />
          </div>
        )}
        {editable ? (
          <Terms
            terms={state.terms}
            choices={choices}
            author={draft.yours ? null : named(draft.author)}
            onChange={state.changeTerms}
          />
        ) : (
          <TermsSummary terms={draft.terms} />
        )}
      </div>
      {deeds.dialogs}
      <LeaveGuard active={editable && state.failed} />
    </div>
  );
}

/** The draft's state, who wrote it, and when it goes out. */
function Facts({ draft, rows }: { readonly draft: Draft; readonly rows: DraftRowsState | undefined }) {
  const { author, editor, approver, sendAt, state } = draft;
  return (
    <div className={classes.facts}>
      <DraftMark {...draft} />
      <span>{say.page.by(named(author))}</span>
      {editor ? <span>{say.page.editedBy(named(editor))}</span> : null}
      {approver ? <span>{say.page.approvedBy(named(approver))}</span> : null}
      {sendAt === null ? null : (
        <span>
          {state === 'scheduled' ? say.page.goesOut : say.page.wants} <Moment at={sendAt} show="exact" />
        </span>
      )}
      {rows ? (
        <span className={classes.saved}>
          <span role="status" className={rows.failed ? 'gh-bad' : ''}>
            {rows.saving ? say.page.saving : rows.failed ? say.page.notSaved : say.page.saved}
          </span>{' '}
          {rows.failed && !rows.saving ? (
            <Anchor component="button" type="button" size="xs" onClick={() => void rows.flush()}>
              {words.common.tryAgain}
            </Anchor>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

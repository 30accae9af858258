import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftRow } from '#contract/drafts.ts';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { toastError } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { Pager } from '../../components/Pager.tsx';
import { Rows } from '../invitations/Rows.tsx';
import type { InviteRow } from '../invitations/rows-text.ts';
import type { Choices } from '../invitations/use-choices.ts';
import type { RowDeeds } from '../invitations/VerdictRow.tsx';
import type { VerdictTab } from '../invitations/VerdictTabs.tsx';
import { underTab } from '../invitations/VerdictTabs.tsx';
import { rowOf, verdictsOf } from './draft-rows.ts';
import { entriesOfList } from './entries.ts';
import type { DraftRowsState } from './use-draft-rows.ts';

const say = words.drafts.page;
/** Rows of fields are slow to draw: a long draft is edited page by page. */
const pageSize = 50;

interface EditRowsProps {
  readonly state: DraftRowsState;
  readonly entries: readonly DraftRow[];
  readonly tab: VerdictTab;
  readonly choices: Choices;
  readonly deeds: RowDeeds;
}

/** The people of a draft, each an editable row; verdicts follow what is typed. */
export function EditRows({ state, entries, tab, choices, deeds }: EditRowsProps) {
  const { place } = useSession();
  const { rows, stored, terms } = state;
  const verdicts = useMemo(() => verdictsOf(entries, stored, rows), [entries, stored, rows]);
  const [page, setPage] = useState(0);
  // a corrected row stays under its tab until a tab is chosen again
  const [under, setUnder] = useState<ReadonlySet<number> | null>(null);
  const known = useRef(verdicts);
  known.current = verdicts;
  useEffect(() => {
    const all = [...known.current].map(([key, { entry }]) => ({ key, ...entry }));
    setUnder(tab === 'all' ? null : new Set(underTab(all, tab).map(({ key }) => key)));
    setPage(0);
  }, [tab]);

  const listed = under ? rows.filter((row) => under.has(row.key)) : rows;
  const pages = Math.max(1, Math.ceil(listed.length / pageSize));
  const at = Math.min(page, pages - 1);
  const from = at * pageSize;
  // rows that are added go to the last page, whatever its size
  const shown = at === pages - 1 ? listed.slice(from) : listed.slice(from, from + pageSize);
  const nextKey = () => Math.max(0, ...rows.map((row) => row.key), ...[...stored.keys()]) + 1;

  const change = (next: readonly InviteRow[]) => {
    const before = new Set(shown.map((row) => row.key));
    const kept = new Map(next.map((row) => [row.key, row]));
    const added = next.filter((row) => !before.has(row.key));
    if (under && added.length > 0) setUnder(new Set([...under, ...added.map((row) => row.key)]));
    if (added.length > 0) setPage(Number.MAX_SAFE_INTEGER);
    state.changeRows([...rows.flatMap((row) => (before.has(row.key) ? (kept.get(row.key) ?? []) : row)), ...added]);
  };
  // a long list takes a moment to read, and typing goes on meanwhile
  const latest = useRef({ change, shown, nextKey });
  latest.current = { change, shown, nextKey };
  const addList = async (text: string) => {
    try {
      const kind = terms.kind === 'inbox-agent' ? 'inbox-agent' : 'user';
      const found = await call('invitations.preview', { organizationId: place.id, text, kind });
      const now = latest.current;
      const first = now.nextKey();
      const more = entriesOfList(found.entries, kind).map((entry, i) => rowOf(first + i, entry));
      now.change([...now.shown.filter((row) => row.email !== '' || row.name !== ''), ...more]);
    } catch (error) {
      toastError(error);
    }
  };
  const guests = terms.kind === 'guest';
  return (
    <>
      <Rows
        rows={shown}
        verdicts={verdicts}
        choices={choices}
        batchRoles={terms.kind === 'user' ? terms.defaults.roles : null}
        batchTeams={guests ? [] : terms.defaults.teams}
        nameNeeded={place.nameRequired && !guests}
        addressOnly={guests}
        first={from + 1}
        nextKey={nextKey}
        deeds={deeds}
        disabled={false}
        onRows={change}
        onList={(text) => void addList(text)}
      />
      {pages > 1 ? (
        <Pager
          text={say.range(from + 1, from + shown.length, listed.length)}
          onPrevious={at > 0 ? () => setPage(at - 1) : undefined}
          onNext={at < pages - 1 ? () => setPage(at + 1) : undefined}
        />
      ) : null}
    </>
  );
}

import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { useKeyPages } from '../../components/use-key-pages.ts';
import { useBulk } from '../jobs/bulk.tsx';
import { AuditTable } from './AuditTable.tsx';
import { type AuditList, auditAddress, auditFilterOf, isNarrowed, readAuditList, wholeAudit } from './audit-list.ts';
import { Toolbar } from './Toolbar.tsx';
import { VerifyAudit } from './VerifyAudit.tsx';

const say = words.audit;
const pageSize = 100;

/** What was done and what was denied, newest first. */
export function AuditPage() {
  const organizationId = useSession().place.id;
  const asked = useSearch();
  const shown = useMemo(() => readAuditList(asked), [asked]);
  const filter = auditFilterOf(shown);
  const at = useKeyPages<number>(`${organizationId} ${auditAddress(shown)}`);
  const bulk = useBulk();
  // an export is a job, and jobs are shown to those who may read people
  const whyNoExport = useWhyNot('users:read');
  const list = useQueryOf(
    'audit.list',
    { organizationId, limit: pageSize, ...filter, ...(at.key !== undefined && { before: at.key }) },
    { keepPrevious: true },
  );
  const { data } = list;
  const retry = () => void list.refetch();
  const first = at.page * pageSize + 1;
  const next = data?.next ?? null;
  const change = (patch: Partial<AuditList>) =>
    // typing in the search adds nothing to the history
    go(auditAddress({ ...shown, ...patch }), { replace: 'search' in patch && Object.keys(patch).length === 1 });
  const content = () => {
    if (list.error && !data) return <ErrorState title={say.unread} error={list.error} onRetry={retry} />;
    if (data?.rows.length === 0 && isNarrowed(shown)) {
      const clear = { label: say.list.clear, onClick: () => change(wholeAudit) };
      return <Quiet title={say.list.noMatch} action={clear} />;
    }
    if (data?.rows.length === 0) return <Quiet title={say.empty.title} text={say.empty.text} />;
    return <AuditTable rows={data?.rows} key={`${auditAddress(shown)} ${at.page}`} />;
  };
  return (
    <div className={frame.page}>
      <PageHeader title={say.title}>
        <VerifyAudit />
        <GuardedButton
          why={whyNoExport}
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          disabled={!data || data.rows.length === 0}
          onClick={() => void bulk.start('audit.exportMany', { organizationId, filter })}
        >
          {say.list.export}
        </GuardedButton>
      </PageHeader>
      {list.error && data ? <NotRefreshed error={list.error} onRetry={retry} /> : null}
      <Toolbar list={shown} onChange={change} />
      <div className={frame.scroll}>{content()}</div>
      {data && data.rows.length > 0 ? (
        <Pager
          text={say.range(first, first + data.rows.length - 1)}
          onPrevious={at.page > 0 ? at.back : undefined}
          onNext={next === null ? undefined : () => at.forward(next)}
        />
      ) : null}
    </div>
  );
}

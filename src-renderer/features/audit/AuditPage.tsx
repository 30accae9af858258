import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pager } from '../../components/Pager.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { useKeyPages } from '../../components/use-key-pages.ts';
import { AuditTable } from './AuditTable.tsx';
import { VerifyAudit } from './VerifyAudit.tsx';

const say = words.audit;
const pageSize = 100;

/** What was done and what was denied, newest first. */
export function AuditPage() {
  const organizationId = useSession().place.id;
  const at = useKeyPages<number>('all');
  const list = useQueryOf(
    'audit.list',
    { organizationId, limit: pageSize, ...(at.key !== undefined && { before: at.key }) },
    { keepPrevious: true },
  );
  const { data } = list;
  const retry = () => void list.refetch();
  const first = at.page * pageSize + 1;
  const next = data?.next ?? null;
  const content = () => {
    if (list.error && !data) return <ErrorState title={say.unread} error={list.error} onRetry={retry} />;
    if (data?.rows.length === 0) return <Quiet title={say.empty.title} text={say.empty.text} />;
    return <AuditTable rows={data?.rows} key={at.page} />;
  };
  return (
    <div className={frame.page}>
      <PageHeader title={say.title}>
        <VerifyAudit />
      </PageHeader>
      {list.error && data ? <NotRefreshed error={list.error} onRetry={retry} /> : null}
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

import { useParams } from 'wouter';
import { isError } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { useDeeds } from '../users/use-deeds.tsx';
import { Access } from './Access.tsx';
import { Activity } from './Activity.tsx';
import { Danger } from './Danger.tsx';
import { Details } from './Details.tsx';
import { Erase } from './Erase.tsx';
import { Guest } from './Guest.tsx';
import { Head } from './Head.tsx';
import { Invitations } from './Invitations.tsx';
import { StatusNotice } from './StatusNotice.tsx';
import classes from './UserPage.module.css';

const { unknown } = words.user;

/** Everything about one person in the organization, and every action of the row menu. */
export function UserPage() {
  const { id = '' } = useParams();
  const membershipId = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : undefined;
  const back = () => go('/users', { replace: true });
  if (membershipId === undefined || !Number.isSafeInteger(membershipId))
    return <Quiet title={unknown.title} text={unknown.text} action={{ label: unknown.back, onClick: back }} />;
  // remounted for each person: what was chosen for the previous one must not stay
  return <OneUser key={membershipId} membershipId={membershipId} />;
}

function OneUser({ membershipId }: { readonly membershipId: number }) {
  const { place } = useSession();
  const { run, dialog } = useDeeds();
  const { data, error, refetch } = useQueryOf('users.get', { organizationId: place.id, membershipId });
  if (isError(error, 'not-found'))
    return (
      <Quiet
        title={unknown.title}
        text={unknown.text}
        action={{ label: unknown.back, onClick: () => go('/users', { replace: true }) }}
      />
    );
  if (!data)
    return error ? (
      <ErrorState title={words.desktop.failed.users} error={error} onRetry={() => void refetch()} />
    ) : null;
  const gone = data.status === 'revoked' || data.status === 'removed';
  return (
    <div className={classes.page}>
      <Head user={data} onDeed={(deed) => run(deed, data)} />
      {error ? <NotRefreshed error={error} onRetry={() => void refetch()} /> : null}
      <div className={classes.scroll}>
        <div className={classes.columns}>
          <div className={classes.main}>
            <StatusNotice user={data} onDeed={(deed) => run(deed, data)} />
            {gone || !data.guest ? null : <Guest user={data} guest={data.guest} />}
            <Invitations user={data} />
            {gone ? null : <Access user={data} />}
            {gone ? <Erase user={data} /> : null}
            {gone ? null : <Danger user={data} onDeed={(deed) => run(deed, data)} />}
          </div>
          <aside className={classes.side}>
            <Details user={data} />
            <Activity user={data} />
          </aside>
        </div>
      </div>
      {dialog}
    </div>
  );
}

import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { RoleRow } from '#contract/roles.ts';
import { call } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { refreshAfter, useQueryOf } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { NameDialog } from '../../components/NameDialog.tsx';
import { NotRefreshed } from '../../components/NotRefreshed.tsx';
import { OverflowText } from '../../components/OverflowText.tsx';
import frame from '../../components/PageFrame.module.css';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { RoleDetail } from './RoleDetail.tsx';
import classes from './RolesPage.module.css';

const say = words.roles;

/** The roles on the left; the rights of the chosen one on the right. */
export function RolesPage() {
  const organizationId = useSession().place.id;
  const why = useWhyNot('roles:write');
  const asked = useParams<{ id?: string }>().id;
  const [creating, setCreating] = useState(false);
  const list = useQueryOf('roles.list', { organizationId });
  const rows = list.data?.rows;
  const role = asked === undefined ? rows?.[0] : rows?.find(({ id }) => id === Number(asked));

  const create = async (name: string) => {
    const { id } = await call('roles.create', { organizationId, name });
    await refreshAfter('roles.create');
    toast(say.done.created(name.trim()));
    go(`/roles/${id}`);
  };

  if (list.error && !rows) {
    return <ErrorState title={say.unread} error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <div className={frame.page}>
      <PageHeader title={say.title} count={rows?.length}>
        <GuardedButton
          why={why}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {say.new}
        </GuardedButton>
      </PageHeader>
      {list.error ? <NotRefreshed error={list.error} onRetry={() => void list.refetch()} /> : null}
      <div className={classes.parts}>
        <nav className={classes.list} aria-label={say.list}>
          {rows?.map((row) => (
            <RoleLink key={row.id} row={row} current={row.id === role?.id} />
          ))}
        </nav>
        {role && rows ? <RoleDetail key={role.id} role={role} roles={rows} /> : null}
        {rows && !role ? (
          <Quiet
            title={say.missing.title}
            text={say.missing.text}
            action={{ label: say.missing.back, onClick: () => go('/roles') }}
          />
        ) : null}
      </div>
      <NameDialog
        opened={creating}
        onClose={() => setCreating(false)}
        title={say.dialog.create}
        hint={say.dialog.createHint}
        label={say.name}
        initial=""
        confirm={say.dialog.createDeed}
        onConfirm={create}
      />
    </div>
  );
}

const RoleLink = ({ row, current }: { readonly row: RoleRow; readonly current: boolean }) => (
  <Link href={`/roles/${row.id}`} className={classes.role} aria-current={current ? 'page' : undefined}>
    <OverflowText className={classes.name}>{row.name}</OverflowText>
    <span className={classes.facts}>
      {say.members(row.members)}
      {row.builtIn ? <span>{say.builtIn}</span> : null}
    </span>
  </Link>
);

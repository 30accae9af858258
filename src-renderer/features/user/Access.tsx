import { Button, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import type { UserDetails } from '#contract/users.ts';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { useSession } from '../../app/session.ts';
import { words } from '../../app/words.ts';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { Choose } from '../invitations/Choose.tsx';
import { RolesField } from '../invitations/RolesField.tsx';
import classes from './Access.module.css';
import card from './Card.module.css';
import { useAccess } from './use-access.ts';

const say = words.user.access;
const { fields, rows } = words.invitations;
const kinds: readonly StructureKind[] = ['teams', 'groups', 'products', 'lines'];

const facts = (user: UserDetails): string => {
  if (user.status === 'pending' || user.status === 'expired') return say.pending;
  return user.status === 'suspended' ? say.suspended : say.active;
};

/** What the person may do and belongs to; name and e-mail are their own and cannot be changed here. */
export function Access({ user }: { readonly user: UserDetails }) {
  const { may, person } = useSession();
  const access = useAccess(user);
  const { choices, chosen, dirty, saving } = access;
  const right = words.desktop.denied.item(words.errors.rights['users:write']);
  const mayWrite = may('users:write');
  const withRoles = user.kind !== 'inbox-agent';
  const rolesMissing = withRoles && chosen.roles.length === 0;
  const own = person.id === user.personId;
  const section = useRef<HTMLElement>(null);
  const wanted = new URLSearchParams(useSearch()).get('card') === 'access';
  useEffect(() => {
    if (wanted) section.current?.querySelector('input')?.focus();
  }, [wanted]);

  const shared = { readOnly: !mayWrite, disabled: saving } as const;
  const field = (kind: StructureKind) => (
    <Tooltip key={kind} label={right} disabled={mayWrite}>
      <div className={classes.field}>
        <Choose
          what={fields[kind]}
          label={fields[kind]}
          choices={choices[kind]}
          value={chosen[kind].map(String)}
          onChange={(ids) => access.choose(kind, ids)}
          placeholder={say.none}
          {...shared}
        />
      </div>
    </Tooltip>
  );
  const blocked = !mayWrite || !dirty || rolesMissing || saving;
  return (
    <section ref={section} className={card.card} aria-labelledby="user-access">
      <div className={card.head}>
        <h2 id="user-access" className={card.title}>
          {say.title}
        </h2>
        <span className={`${card.aside} ${classes.fixed}`}>
          <IconInfoCircle size={14} stroke={1.6} aria-hidden />
          {say.fixed}
        </span>
      </div>
      <div className={classes.fields}>
        {withRoles ? (
          <Tooltip label={right} disabled={mayWrite}>
            <div className={classes.field}>
              <RolesField
                choices={choices.roles}
                value={chosen.roles.map(String)}
                onChange={(ids) => access.choose('roles', ids)}
                error={rolesMissing && rows.rolesNeeded}
                description={user.lastOwner ? say.lastOwner : undefined}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...shared}
              />
            </div>
          </Tooltip>
        ) : (
          <p className={classes.agent}>{say.agent}</p>
        )}
        {kinds.map(field)}
      </div>
      <div className={card.foot}>
        <p className={card.facts} role="status">
          {dirty ? say.unsaved : own ? say.own : facts(user)}
        </p>
        <Button variant="default" onClick={access.discard} disabled={!dirty || saving}>
          {say.discard}
        </Button>
        <Tooltip label={right} disabled={mayWrite}>
          <Button
            onClick={() => (blocked ? undefined : access.save())}
            loading={saving}
            {...(blocked ? { 'data-disabled': true, 'aria-disabled': true } : {})}
          >
            {withRoles ? say.update : say.updateAgent}
          </Button>
        </Tooltip>
      </div>
      <LeaveGuard active={dirty} />
    </section>
  );
}

import { TextInput } from '@mantine/core';
import { IconCopy, IconLock, IconTrash, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RoleRow } from '#contract/roles.ts';
import { call } from '../../app/api.ts';
import { go } from '../../app/location.ts';
import { refreshAfter, useCommand } from '../../app/queries.ts';
import { useSession } from '../../app/session.ts';
import { toast } from '../../app/toasts.ts';
import { words } from '../../app/words.ts';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { NameDialog } from '../../components/NameDialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { useStoredForm } from '../../components/use-stored-form.ts';
import { Matrix } from './Matrix.tsx';
import { RemoveRoleDialog } from './RemoveRoleDialog.tsx';
import classes from './RoleDetail.module.css';
import { inOrder } from './rights.ts';

const say = words.roles;
const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface RoleDetailProps {
  readonly role: RoleRow;
  /** All of them, to choose a replacement from. */
  readonly roles: readonly RoleRow[];
}

/** Name and rights of one role; editable unless it is built in or has rights that the operator lacks. */
export function RoleDetail({ role, roles }: RoleDetailProps) {
  const { place, may } = useSession();
  const organizationId = place.id;
  const lacking = useWhyNot('roles:write');
  const update = useCommand('roles.update');
  const [asked, setAsked] = useState<'duplicate' | 'remove' | null>(null);
  const settings = useStoredForm({ name: role.name, permissions: inOrder(role.permissions) }, (values) =>
    update.mutateAsync({ organizationId, id: role.id, ...values }),
  );
  const { form } = settings;
  const fixed = role.builtIn ? say.notices.builtIn : role.grantable ? undefined : say.notices.tooMuch;
  const why = lacking ?? fixed;
  const own = role.permissions.filter(may);
  const withheld = role.permissions.length - own.length;

  const duplicate = async (name: string) => {
    const { id } = await call('roles.create', { organizationId, name, permissions: own });
    await refreshAfter('roles.create');
    toast(say.done.created(name.trim()));
    go(`/roles/${id}`);
  };

  return (
    <form
      className={classes.detail}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (settings.dirty && !why) settings.save();
      }}
    >
      <div className={classes.scroll}>
        <div className={classes.fields}>
          <div className={classes.head}>
            <h2 className={classes.title}>{role.name}</h2>
            {may('users:read') ? (
              <Link href={`/users?role=${role.id}`} className={classes.members}>
                <IconUsers {...icon} />
                {say.showMembers}
              </Link>
            ) : null}
            <GuardedButton
              why={lacking}
              size="xs"
              variant="default"
              leftSection={<IconCopy {...icon} />}
              onClick={() => setAsked('duplicate')}
            >
              {say.duplicate}
            </GuardedButton>
            <GuardedButton
              why={why}
              size="xs"
              variant="default"
              leftSection={<IconTrash {...icon} />}
              onClick={() => setAsked('remove')}
            >
              {say.remove}
            </GuardedButton>
          </div>
          {why ? (
            <Notice kind="plain" icon={<IconLock {...icon} />}>
              {why}
            </Notice>
          ) : (
            <TextInput label={say.name} required maxLength={120} {...form.getInputProps('name')} />
          )}
          <div className={classes.panel}>
            <Matrix
              role={role.name}
              rights={form.values.permissions}
              why={why}
              onChange={(next) => form.setFieldValue('permissions', next)}
            />
          </div>
        </div>
      </div>
      {why ? null : <SaveBar dirty={settings.dirty} saving={settings.saving} undo={settings.undo} />}
      <NameDialog
        opened={asked === 'duplicate'}
        onClose={() => setAsked(null)}
        title={say.dialog.duplicate(role.name)}
        hint={withheld > 0 ? `${say.dialog.duplicateHint} ${say.dialog.withheld(withheld)}` : say.dialog.duplicateHint}
        label={say.name}
        initial={say.dialog.copyOf(role.name)}
        confirm={say.dialog.duplicateDeed}
        onConfirm={duplicate}
      />
      <RemoveRoleDialog role={role} roles={roles} opened={asked === 'remove'} onClose={() => setAsked(null)} />
    </form>
  );
}

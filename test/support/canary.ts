import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { backupWorkspace } from './backups.ts';
import { tokenOf } from './invitees.ts';
import { asNobody, asOperator, owner, type Workspace } from './workspace.ts';

/** Somebody whose name stands for everything that is to be erased. */
export const canary = {
  email: 'Xanthippe.Quill@canary.example.net',
  name: 'Xanthippe Quillfeather',
  phone: '+493098765432',
  password: 'a password nobody else would use',
};
/** The traces of the canary that must be nowhere, in lower case. */
const traces = ['xanthippe', 'quillfeather', '493098765432'];

export const verify = (w: Workspace, organizationId = w.organizationId) => w.call('audit.verify', { organizationId });
export const idOf = async (w: Workspace, email: string, organizationId = w.organizationId) => {
  const { rows } = await w.call('users.list', {
    organizationId,
    search: email,
    kinds: ['user', 'guest', 'inbox-agent'],
    statuses: ['active', 'pending', 'expired', 'suspended', 'revoked', 'removed'],
  });
  const [row] = rows;
  if (!row) throw new Error(`nobody has ${email}`);
  return row.membershipId;
};
export const erase = async (w: Workspace, email = canary.email, organizationId = w.organizationId) =>
  w.call('users.erase', { organizationId, membershipId: await idOf(w, email, organizationId), email });

/** Where in a workspace's folder, apart from backups, traces of the canary can be read. */
export function tracesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || /backups|replaced-/.test(path.relative(folder, file))) return [];
    const text = readFileSync(file, 'latin1').toLowerCase();
    return traces.filter((trace) => text.includes(trace)).map((trace) => `${trace} in ${entry.name}`);
  });
}

/** Joins as an invited person would, so that there is a password, a session and a phone number. */
async function join(w: Workspace): Promise<void> {
  const { id } = await w.core.store.read
    .selectFrom('invitation')
    .select('id')
    .where('membership_id', '=', await idOf(w, canary.email))
    .executeTakeFirstOrThrow();
  const [firstName = '', lastName = ''] = canary.name.split(' ');
  await w.callAs(asNobody, 'invitations.accept', {
    token: await tokenOf(w, id),
    account: { kind: 'new', firstName, lastName, phone: canary.phone, password: canary.password },
  });
}

/** A workspace in which the canary did, and had done to them, everything that leaves a trace. */
export async function lived(): Promise<Workspace> {
  const w = await backupWorkspace();
  const { organizationId } = w;
  const credentials = { email: canary.email, password: canary.password };
  const asCanary = { ...asOperator(canary.email), osUser: 'xanthippe' };
  await w.call('mail.save', {
    organizationId,
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    sender: 'it@example.com',
  });
  await w.call('invitations.send', {
    organizationId,
    entries: [{ email: canary.email, name: canary.name, roles: ['Admin'] }],
  });
  await join(w);
  await w.callAs({ face: 'window', credentials: { kind: 'anonymous' } }, 'session.signIn', credentials);
  for (const face of ['window', 'portal'] as const)
    await w
      .callAs({ face, credentials: { kind: 'anonymous' } }, 'session.signIn', { ...credentials, password: 'wrong' })
      .catch(() => undefined);
  await w.callAs(asNobody, 'session.forgotPassword', { email: canary.email });
  await w.callAs(asCanary, 'views.save', {
    organizationId,
    name: `View of ${canary.name}`,
    query: { filter: { search: canary.email } },
  });
  await w.call('views.save', {
    organizationId,
    name: `For ${canary.name}`,
    query: { filter: { search: canary.name } },
  });
  // a guest whom the canary invited and sponsors, a user whom they invited, and drafts by and about them
  await w.callAs(asCanary, 'guests.invite', {
    organizationId,
    emails: ['guest@partner.example'],
    note: `Ask ${canary.name} when you are stuck, or write to ${canary.email}`,
  });
  await w.callAs(asCanary, 'invitations.send', {
    organizationId,
    entries: [{ email: 'next@example.org', name: 'Nell Next', roles: ['Member'] }],
  });
  await w.callAs(asCanary, 'drafts.save', {
    organizationId,
    name: `Draft of ${canary.name}`,
    terms: { kind: 'user', defaults: { roles: ['Member'] } },
    entries: [{ email: 'later@example.org' }],
  });
  await w.call('drafts.save', {
    organizationId,
    name: 'Draft about them',
    terms: { kind: 'guest' },
    entries: [{ email: canary.email, name: canary.name }, { email: 'someone@example.org' }],
  });
  await w.callAs(asCanary, 'outbox.pause', { organizationId });
  await w.call('users.exportMany', {
    organizationId,
    choice: { kind: 'matching', filter: { search: canary.email } },
  });
  await w.core.jobs.idle();
  await w.call('audit.exportMany', { organizationId });
  await w.core.jobs.idle();
  await w
    .callAs(asCanary, 'users.erase', { organizationId, membershipId: 1, email: owner.email })
    .catch(() => undefined);
  const ours = await idOf(w, canary.email);
  await w.call('users.update', { organizationId, membershipId: ours, roles: { add: [], remove: [] } });
  await w.call('users.suspend', { organizationId, membershipId: ours });
  await w.call('users.reactivate', { organizationId, membershipId: ours });
  await w.call('users.remove', { organizationId, membershipId: ours });
  return w;
}

import type { InputOf } from '#contract/index.ts';
import { makeToken } from '../../src-main/kernel/tokens.ts';
import { asNobody, type Workspace } from './workspace.ts';

type Entry = Omit<InputOf<'invitations.send'>['entries'][number], 'email'>;

export interface Invitee {
  readonly email: string;
  readonly membershipId: number;
  readonly invitationId: number;
  readonly token: string;
}

/** The input of an operation on one member. */
export const member = (w: Workspace, membershipId: number) => ({ organizationId: w.organizationId, membershipId });

/** Invites somebody as a member and returns the secret part of their link, whose life does not begin. */
export async function invite(w: Workspace, email: string, entry: Entry = {}): Promise<Invitee> {
  const { invited } = await w.call('invitations.send', {
    organizationId: w.organizationId,
    entries: [{ email, roles: ['Member'], ...entry }],
  });
  const [one] = invited;
  if (!one) throw new Error(`${email} was not invited`);
  return { ...one, email, token: await tokenOf(w, one.invitationId) };
}

export async function tokenOf(w: Workspace, invitationId: number): Promise<string> {
  const { generation } = await w.core.store.read
    .selectFrom('invitation')
    .select('generation')
    .where('id', '=', invitationId)
    .executeTakeFirstOrThrow();
  return makeToken(w.core.keys, { invitationId, generation });
}

export const newAccount = {
  kind: 'new',
  firstName: 'Siobhán',
  lastName: 'Ní Mhurchú',
  password: 'a sentence of mine',
} as const;

export const accept = (
  w: Workspace,
  token: string,
  account: InputOf<'invitations.accept'>['account'] = newAccount,
  caller = asNobody,
) => w.callAs(caller, 'invitations.accept', { token, account });

/** Everything in the database, table by table, to compare before and after. */
export async function dump(w: Workspace): Promise<Record<string, unknown[]>> {
  const tables = [
    'organization',
    'person',
    'credential',
    'session',
    'membership',
    'membership_role',
    'invitation',
    'outbox',
    'portal_settings',
    'audit',
    'change_log',
    'user_count',
    'user_end',
  ] as const;
  const rows = await Promise.all(tables.map((table) => w.core.store.read.selectFrom(table).selectAll().execute()));
  return Object.fromEntries(tables.map((table, i) => [table, rows[i] ?? []]));
}

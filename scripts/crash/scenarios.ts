import path from 'node:path';
import type { Core } from '../../src-main/core.ts';
import { createBackupDuty } from '../../src-main/features/backups/scheduler.ts';
import { applyRestore } from '../../src-main/features/backups/swap.ts';
import { createDraftSender } from '../../src-main/features/drafts/scheduler.ts';
import { makeToken } from '../../src-main/kernel/tokens.ts';
import { asNobody, asOwner, openAt, owner, sendMail } from './life.ts';
import type { TemplateName } from './templates.ts';

/**
 * Something done to a workspace. After a crash the same is done again, as an operator would: it first looks whether it has
 * been done already. So the result is the same, whether it was killed in between or not.
 */
export interface Scenario {
  readonly template: TemplateName;
  readonly act: (folder: string, time: number) => Promise<void>;
}

const organizationId = 1;

/** A scenario with the workspace open. */
const within =
  (work: (core: Core, time: number) => Promise<unknown>) =>
  async (folder: string, time: number): Promise<void> => {
    const core = await openAt(folder, time);
    try {
      await work(core, time);
    } finally {
      await core.close();
    }
  };

/** The newest invitation of somebody. */
const invitationOf = (core: Core, email: string) =>
  core.store.read
    .selectFrom('invitation')
    .innerJoin('membership', 'membership.id', 'invitation.membership_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['invitation.id', 'invitation.generation', 'invitation.state', 'membership.id as membershipId'])
    .where('person.email', '=', email)
    .orderBy('invitation.generation', 'desc')
    .executeTakeFirstOrThrow();

async function accept(core: Core, email: string): Promise<void> {
  const { id, generation, state } = await invitationOf(core, email);
  if (state !== 'pending') return;
  await core.dispatch(asNobody, 'invitations.accept', {
    token: makeToken(core.keys, { invitationId: id, generation }),
    account: { kind: 'new', firstName: 'Siobhán', lastName: 'Ní Mhurchú', password: 'a sentence of mine' },
  });
}

const list = Buffer.from(
  ['E-Mail;Name', ...Array.from({ length: 9 }, (_, i) => `file${i}@example.org;Person ${i}`)].join('\n'),
).toString('base64');

export const scenarios: Readonly<Record<string, Scenario>> = {
  send: {
    template: 'office',
    act: within(async (core) => {
      const entries = Array.from({ length: 5 }, (_, i) => ({ email: `new${i}@example.org`, teams: ['Freight'] }));
      await core.dispatch(asOwner, 'invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } });
      await sendMail(core);
    }),
  },
  import: {
    template: 'office',
    act: within(async (core) => {
      const file = { base64: list };
      const { headingLine, fields } = await core.dispatch(asOwner, 'import.read', { organizationId, file });
      const read = { organizationId, file, headingLine, fields };
      const { entries } = await core.dispatch(asOwner, 'import.check', read);
      const people = entries.flatMap(({ email, name }) => (email ? [{ email, ...(name ? { name } : {}) }] : []));
      // part by part, as the window does
      for (let i = 0; i < people.length; i += 3)
        await core.dispatch(asOwner, 'invitations.send', {
          ...{ organizationId, entries: people.slice(i, i + 3), defaults: { roles: ['Member'] } },
        });
    }),
  },
  accept: {
    template: 'office',
    act: within(async (core) => {
      await accept(core, 'pending0@example.org');
      await accept(core, 'visitor@example.org');
    }),
  },
  renew: {
    template: 'office',
    act: within(async (core) => {
      const { membershipId } = await invitationOf(core, 'guest@example.org');
      const told = await core.store.read
        .selectFrom('outbox')
        .select('id')
        .where('kind', '=', 'guest-renewed')
        .execute();
      if (told.length === 0)
        await core.dispatch(asOwner, 'guests.renew', { organizationId, membershipId, notify: true });
      await sendMail(core);
    }),
  },
  revoke: {
    template: 'office',
    act: within(async (core) => {
      const { membershipId, state } = await invitationOf(core, 'pending1@example.org');
      if (state === 'pending') await core.dispatch(asOwner, 'invitations.revoke', { organizationId, membershipId });
      await sendMail(core);
    }),
  },
  reinvite: {
    template: 'office',
    act: within(async (core) => {
      const { membershipId, generation } = await invitationOf(core, 'pending2@example.org');
      if (generation === 1) await core.dispatch(asOwner, 'invitations.reinvite', { organizationId, membershipId });
      await sendMail(core);
    }),
  },
  draft: {
    template: 'office',
    act: within(async (core) => {
      const sender = createDraftSender(core);
      await sender.look();
      await sender.close();
      await sendMail(core);
    }),
  },
  job: {
    template: 'crowd',
    act: within(async (core) => {
      const begun = await core.store.read.selectFrom('job').select('id').executeTakeFirst();
      const choice = { kind: 'matching', filter: { statuses: ['pending'] } } as const;
      if (begun) await core.jobs.resume();
      else await core.dispatch(asOwner, 'invitations.revokeMany', { organizationId, choice });
      await core.jobs.idle();
    }),
  },
  create: {
    template: 'nothing',
    act: within(async (core) => {
      const there = await core.store.read.selectFrom('organization').select('id').executeTakeFirst();
      const caller = { face: 'cli', credentials: { kind: 'anonymous' } } as const;
      if (!there) await core.dispatch(caller, 'organizations.create', { name: 'Example Logistics', owner });
    }),
  },
  migration: { template: 'older', act: within(async () => undefined) },
  backup: { template: 'saved', act: within(saveDaily) },
  'backup-encrypted': { template: 'sealed', act: within(saveDaily) },
  restore: {
    template: 'saved',
    async act(folder, time) {
      const core = await openAt(folder, time);
      const done = await core.store.read
        .selectFrom('audit')
        .select('id')
        .where('operation', '=', 'backups.restore')
        .where('actor', '=', 'core')
        .executeTakeFirst();
      if (!done) {
        const { rows } = await core.dispatch(asOwner, 'backups.list', {});
        const name = rows.find(({ kind }) => kind === 'by-hand')?.name ?? '';
        await core.dispatch(asOwner, 'backups.restore', { file: { name } });
      }
      await core.close();
      if (!done) applyRestore(folder, time);
    },
  },
};

async function saveDaily(core: Core): Promise<void> {
  const duty = createBackupDuty({
    ...core,
    afterStart: 0,
    report(error) {
      throw error;
    },
  });
  await duty.look();
  await duty.close();
}

/** Where a workspace keeps its backups. */
export const backupsIn = (folder: string) => path.join(folder, 'backups');

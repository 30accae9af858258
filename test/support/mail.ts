import { onTestFinished } from 'vitest';
import type { InputOf } from '#contract/index.ts';
import type { OutboxRow } from '#contract/outbox.ts';
import { createOutbox, type Outbox, type OutboxOptions } from '../../src-main/mail/worker.ts';
import type { Workspace } from './workspace.ts';

type Settings = Omit<InputOf<'mail.save'>, 'organizationId'>;

/** Settings for a test's server, which does not encrypt unless told to. */
export const settingsFor = (port: number, more: Partial<Settings> = {}): Settings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  sender: 'invitations@example.com',
  ...more,
});

export interface MailHouse extends Workspace {
  readonly save: (settings: Settings) => Promise<unknown>;
  /** Invites these addresses with one role. @returns membership ids in order */
  readonly invite: (...emails: string[]) => Promise<{ membershipId: number; invitationId: number }[]>;
  readonly rows: () => Promise<OutboxRow[]>;
  readonly row: (email: string) => Promise<OutboxRow>;
  readonly startOutbox: (options?: Partial<OutboxOptions>) => Outbox;
}

const quick = { smtp: { connection: 3000, greeting: 3000, reply: 3000 }, idle: 300, grace: 1000, random: () => 0.5 };

export function mailHouse(workspace: Workspace): MailHouse {
  const { core, organizationId, call } = workspace;
  const rows = async () => {
    const found = (await call('outbox.list', { organizationId, limit: 200 })).rows;
    return found.reverse();
  };
  return {
    ...workspace,
    rows,
    save: (settings) => call('mail.save', { organizationId, ...settings }),
    async invite(...emails) {
      const { invited, refused, skipped } = await call('invitations.send', {
        organizationId,
        entries: emails.map((email) => ({ email })),
        defaults: { roles: ['Member'] },
      });
      if (invited.length !== emails.length) throw new Error(JSON.stringify({ refused, skipped }));
      return invited;
    },
    async row(email) {
      const found = (await rows()).filter((r) => r.toEmail === email).at(-1);
      if (!found) throw new Error(`no mail to ${email}`);
      return found;
    },
    startOutbox(options = {}) {
      const outbox = createOutbox({
        ...core,
        report: (error) => {
          throw error;
        },
        ...options,
        timings: { ...quick, ...options.timings },
      });
      // the workspace closes last, because what is registered later runs first
      onTestFinished(() => outbox.close());
      outbox.start();
      return outbox;
    },
  };
}

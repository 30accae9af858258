import type { ErrorReport } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import type { Core } from '../../core.ts';
import type { Caller } from '../../kernel/context.ts';
import { createScheduler, type Scheduler } from '../../kernel/scheduler.ts';

const caller: Caller = { face: 'core', credentials: { kind: 'core' } };

/**
 * Says what the overview would say if there were one: that the portal's certificate ends soon, and that it has ended. Each
 * is said once, at the start or when its time comes.
 */
export function watchCertificate(
  messages: Messages,
  core: Pick<Core, 'changes' | 'clock' | 'dispatch' | 'store'>,
  say: (line: string) => void = console.error,
): Scheduler {
  let said = '';
  return createScheduler(core, {
    lease: 'certificate-end', // never taken: every process speaks for itself
    wakesOn: ['portal', 'organizations'],
    async look() {
      const place = await core.store.read
        .selectFrom('organization')
        .select(['id', 'time_zone as timeZone'])
        .orderBy('id')
        .executeTakeFirst();
      if (!place) return Infinity;
      const found = await core.dispatch(caller, 'portal.settings', { organizationId: place.id });
      const line = lineOf(messages, found.certificate, place.timeZone);
      if (line && line !== said) say(`gatehouse: ${line}`);
      said = line ?? said;
      return found.nextChangeAt ?? Infinity;
    },
  });
}

type Found = OutputOf<'portal.settings'>['certificate'];

function lineOf(messages: Messages, found: Found, timeZone: string): string | undefined {
  const { https, format } = messages;
  if (!found?.endsSoon || found.endsAt === null) return undefined;
  if (found.trouble) return `${https.trouble.title}. ${wordError(messages, found.trouble as ErrorReport)}`;
  const until = format.date(found.endsAt, timeZone, { dateStyle: 'medium', timeStyle: 'short' });
  return `${https.soon.title(until)}. ${https.soon.text}`;
}

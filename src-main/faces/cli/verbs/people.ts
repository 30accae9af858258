import type { JobItem } from '#contract/jobs.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import type { UserFilter } from '#contract/user-filter.ts';
import type { UserRow } from '#contract/users.ts';
import { type Chosen, choosePeople } from '../choose-people.ts';
import { confirm } from '../confirm.ts';
import { exit } from '../exit-codes.ts';
import { tableText, tell, visible } from '../output.ts';
import { print, printJson } from '../print.ts';
import type { Run, Session } from '../session.ts';

type Operation = 'invitations.reinviteMany' | 'invitations.revokeMany' | 'guests.renewMany';

interface Deed {
  readonly operation: Operation;
  /** Who is meant by `--all` and the list's options where they do not say otherwise. */
  readonly usual: Partial<UserFilter>;
  /** Whether to ask before it begins. */
  readonly asks: boolean;
}

const invited = { invited: true, kinds: ['user', 'guest', 'inbox-agent'], statuses: ['pending', 'expired'] } as const;
const open = { ...invited, kinds: [...invited.kinds], statuses: [...invited.statuses] };

export const reinvite: Run = (session) =>
  onMany(session, { operation: 'invitations.reinviteMany', usual: open, asks: false });
export const revoke: Run = (session) =>
  onMany(session, { operation: 'invitations.revokeMany', usual: open, asks: true });
export const renewGuests: Run = (session) =>
  onMany(session, { operation: 'guests.renewMany', usual: { kinds: ['guest'], statuses: ['active'] }, asks: false });

async function onMany(session: Session, { operation, usual, asks }: Deed): Promise<number> {
  const { call, given, here, messages } = session;
  const chosen = await choosePeople(session, usual);
  if (given['dry-run']) return foretell(session, chosen);
  const { choice } = chosen;
  if (!choice) return conclude(session, operation, { done: 0, failed: [] }, chosen.unknown);
  if (asks) await confirm(session, messages.cli.out.revokeAll(chosen.count));
  const organizationId = (await here()).id;
  const { jobId } =
    operation === 'guests.renewMany'
      ? await call(operation, { organizationId, choice, notify: given.notify ?? false })
      : await call(operation, { organizationId, choice });
  const { job, items } = await session.settled(jobId, messages.jobs.doing[operation](chosen.count));
  const failed = items.filter(({ state }) => state === 'failed');
  if (job.state !== 'finished')
    await tell(`gatehouse: ${notFinished(session, job.state, job.total - job.done - job.failed)}\n`);
  const code = await conclude(session, operation, { done: job.done, failed }, chosen.unknown);
  return job.state === 'finished' ? code : exit.failed;
}

function notFinished({ messages }: Session, state: string, left: number): string {
  const { ended, goesOn } = messages.jobs;
  return state in ended ? ended[state as keyof typeof ended](left) : goesOn;
}

/** Says who would be affected. */
async function foretell({ given, messages }: Session, chosen: Chosen): Promise<number> {
  const people = await chosen.people();
  if (given.json) {
    const listed = people.map(({ membershipId, email, name, kind, status }) => ({
      membershipId,
      email,
      name,
      kind,
      status,
    }));
    await printJson({ dryRun: true, people: listed, unknown: chosen.unknown });
  } else {
    const { email, name, kind, status } = messages.users.columns;
    const row = (p: UserRow) => [p.email, p.name, messages.users.kinds[p.kind], messages.users.statuses[p.status]];
    if (people.length > 0) await print(tableText([email, name, kind, status], people.map(row)));
    await print(`${messages.cli.out.dryRun(messages.common.people(people.length))}\n`);
    await tell(unknownLines(messages, chosen.unknown));
  }
  return chosen.unknown.length > 0 ? exit.partly : exit.done;
}

interface Result {
  readonly done: number;
  readonly failed: readonly JobItem[];
}

async function conclude(session: Session, operation: Operation, { done, failed }: Result, unknown: readonly string[]) {
  const { given, messages } = session;
  if (given.json) await printJson({ done, failed: failed.map(failure), unknown });
  else {
    await print(`${messages.jobs.done[operation](done)}\n`);
    const lines = failed.map((item) => `${item.email}: ${why(messages, item)}`);
    await tell(lines.map((line) => `gatehouse: ${visible(line)}\n`).join('') + unknownLines(messages, unknown));
  }
  return failed.length + unknown.length > 0 ? exit.partly : exit.done;
}

const why = (messages: Session['messages'], { error }: JobItem) =>
  error ? wordError(messages, { code: error.code as never, data: error.data }) : '';
const failure = (item: JobItem) => ({
  membershipId: item.membershipId,
  email: item.email,
  code: item.error?.code ?? '',
  message: why(messagesIn('en'), item),
});
const unknownLines = ({ cli }: Session['messages'], addresses: readonly string[]) =>
  addresses.map((address) => `gatehouse: ${visible(cli.out.unknownAddress(address))}\n`).join('');

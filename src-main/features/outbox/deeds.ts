import { GatehouseError } from '#contract/errors.ts';
import type { LeftAsIs, MailChoice, MailDeed, OutboxRow } from '#contract/outbox.ts';
import type { DeliveryState } from '#contract/vocabulary/delivery.ts';
import { carriesLink } from '#contract/vocabulary/outbox.ts';
import { slices } from '../../database/slices.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { stillWanted, type Wanted } from '../../mail/outbox/still-wanted.ts';
import { chosenMessages, getMessages, moveMessages, requeue } from './store.ts';

interface Move {
  readonly from: readonly DeliveryState[];
  readonly to: (now: number) => { readonly state: DeliveryState; readonly next_at: number | null };
}

/** None starts from `sending`: only the worker settles what is on its way. */
const moves: Readonly<Record<Exclude<MailDeed, 'retry'>, Move>> = {
  hold: { from: ['queued', 'deferred'], to: () => ({ state: 'held', next_at: null }) },
  release: { from: ['held'], to: (now) => ({ state: 'queued', next_at: now }) },
  cancel: {
    from: ['queued', 'deferred', 'uncertain', 'held'],
    to: () => ({ state: 'cancelled', next_at: null }),
  },
};
const retryable: ReadonlySet<DeliveryState> = new Set<DeliveryState>(['deferred', 'uncertain', 'failed', 'bounced']);

const invites = ({ kind }: OutboxRow) => carriesLink(kind) && kind !== 'password-reset';

function whyNoRetry(row: OutboxRow, wanted: Wanted | undefined): LeftAsIs | undefined {
  if (!retryable.has(row.state)) return row.state === 'sending' ? 'sending' : 'state';
  if (wanted?.kind === 'late' && invites(row)) return 'link-expired';
  return !wanted || wanted.kind === 'no' || wanted.kind === 'late' ? 'ended' : undefined;
}

interface Outcome {
  readonly row: OutboxRow;
  /** Undefined when it was done. */
  readonly left: LeftAsIs | undefined;
}

async function perform(ctx: CommandContext, deed: MailDeed, ids: readonly number[]): Promise<readonly Outcome[]> {
  const { db, now } = ctx;
  const rows = await getMessages(db, ids);
  if (deed === 'retry') {
    const wanted = await stillWanted(db, ids, now);
    const judged = rows.map((row) => ({ row, left: whyNoRetry(row, wanted.get(row.id)) }));
    for (const { row, left } of judged) if (!left) await requeue(db, row.id, row.state, now);
    return judged;
  }
  const { from, to } = moves[deed];
  const moved = await moveMessages(db, ids, from, to(now), now);
  return rows.map((row) => ({
    row,
    left: moved.has(row.id) ? undefined : row.state === 'sending' ? 'sending' : 'state',
  }));
}

/**
 * Does something to one message.
 * @throws GatehouseError `not-found`, `message-not-retryable`, `message-not-waiting`, `link-expired`, `not-pending`,
 * `message-outdated`
 */
export async function doToOne(
  ctx: CommandContext,
  deed: MailDeed,
  { organizationId, id }: { readonly organizationId: number; readonly id: number },
): Promise<Record<string, never>> {
  const ids = await chosenMessages(ctx.db, organizationId, { kind: 'chosen', ids: [id] });
  if (ids.length === 0) throw new GatehouseError('not-found', { what: 'message' });
  const [outcome] = await perform(ctx, deed, ids);
  if (!outcome) throw new GatehouseError('not-found', { what: 'message' });
  const { row, left } = outcome;
  ctx.note({ target: row.toEmail, detail: { message: id, state: row.state } });
  if (left === undefined) return {};
  const email = row.toEmail;
  if (left === 'link-expired') throw new GatehouseError('link-expired', { email });
  if (left === 'ended') throw new GatehouseError(invites(row) ? 'not-pending' : 'message-outdated', { email });
  throw new GatehouseError(deed === 'retry' ? 'message-not-retryable' : 'message-not-waiting', { state: row.state });
}

/** Does something to many messages in one transaction; messages it does not apply to are left as they are, and counted. */
export async function doToMany(
  ctx: CommandContext,
  deed: MailDeed,
  { organizationId, choice }: { readonly organizationId: number; readonly choice: MailChoice },
): Promise<{ done: number; left: { why: LeftAsIs; n: number }[] }> {
  const left = new Map<LeftAsIs, number>();
  const each: { target: string; detail: { message: number; state: DeliveryState } }[] = [];
  for (const slice of slices(await chosenMessages(ctx.db, organizationId, choice)))
    for (const { row, left: why } of await perform(ctx, deed, slice)) {
      if (why) left.set(why, (left.get(why) ?? 0) + 1);
      else each.push({ target: row.toEmail, detail: { message: row.id, state: row.state } });
    }
  ctx.note({ each });
  return { done: each.length, left: [...left].map(([why, n]) => ({ why, n })) };
}

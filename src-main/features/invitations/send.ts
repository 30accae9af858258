import type { OutputOf } from '#contract/index.ts';
import type { CommandContext, CommandHandler, Note } from '../../kernel/context.ts';
import { claimSeats } from '../organizations/seats.ts';
import { refuseUnapproved } from './approval.ts';
import { type Invitee, inviteAll } from './invite.ts';
import type { Judged } from './judge.ts';
import { type BatchInput, judgeBatch, type Person } from './judge-batch.ts';
import { sortOut } from './sort-out.ts';

/** The rights by which invitees get what they get, and the transaction. */
export type Giving = Pick<CommandContext, 'db' | 'now' | 'permissions'>;

export interface Sent {
  readonly answer: OutputOf<'invitations.send'>;
  /** For the audit. */
  readonly note: Note;
}

/**
 * Invites the good entries and returns the rest. Every check of the preview is repeated in the transaction: things may have
 * changed since the list was looked at. A batch that takes more seats than are free is refused as a whole, before anything
 * is written.
 * @param invitedBy the person in whose name the invitees are invited
 * @throws GatehouseError `seats-exceeded`
 */
export async function inviteBatch(ctx: Giving, input: BatchInput, invitedBy: number | null): Promise<Sent> {
  const { organizationId, kind } = input;
  const { organization, candidates, judged, unfit } = await judgeBatch(ctx, input);
  const { fit, skipped, refused } = sortOut(
    judged,
    candidates.map((c) => c.email),
    unfit,
  );
  const invitees = fit.map(({ position, judged: one }) => invitee(position, candidates[position] as Person, one));
  if (kind === 'user') await claimSeats(ctx.db, organizationId, invitees.length, ctx.now);
  const invited = await inviteAll(ctx.db, invitees, {
    organizationId,
    kind,
    invitedBy,
    lifeHours: input.linkLifeHours ?? organization.linkLifeHours,
    language: input.language ?? null,
    now: ctx.now,
  });
  return {
    answer: { invited, skipped, refused },
    note: {
      targets: invited.map((i) => i.email),
      detail: { kind, invited: invited.length, skipped: skipped.length, refused: refused.length },
    },
  };
}

/** @throws GatehouseError `seats-exceeded`, `approval-needed` */
export const send: CommandHandler<'invitations.send'> = async (ctx, input) => {
  await refuseUnapproved(ctx, input.organizationId);
  const { answer, note } = await inviteBatch(ctx, input, ctx.actor.kind === 'person' ? ctx.actor.personId : null);
  ctx.note(note);
  return answer;
};

function invitee(position: number, { name = '', firstName, lastName }: Person, judged: Judged): Invitee {
  if (!judged.address) throw new Error('an entry without an address cannot be new');
  const { address, known, phone = null, access } = judged;
  return { position, address, known, name, firstName, lastName, phone, access };
}

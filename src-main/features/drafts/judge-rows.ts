import type { DraftRow, DraftTerms } from '#contract/drafts.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { judgeGuests } from '../guests/invite.ts';
import type { Judged } from '../invitations/judge.ts';
import { judgeBatch } from '../invitations/judge-batch.ts';
import type { KeptRow } from './store.ts';

type Asking = Pick<QueryContext | CommandContext, 'db' | 'now' | 'permissions'>;

/** What an invitation would do with each row now: judged exactly as in sending, with the rights of whoever asks. */
export async function judgeRows(
  ctx: Asking,
  organizationId: number,
  terms: DraftTerms,
  rows: readonly KeptRow[],
): Promise<readonly DraftRow[]> {
  const entries = rows.map((row) => row.entry);
  if (terms.kind === 'guest') {
    const emails = entries.map(({ email }) => email);
    const { judged } = await judgeGuests(ctx, { organizationId, emails, teams: terms.teams }, 1);
    return judged.map((one, i) => told(rows[i] as KeptRow, one));
  }
  const { judged, unfit } = await judgeBatch(ctx, { ...terms, organizationId, entries }, 1);
  return judged.map((one, i) => {
    const why = one.verdict === 'new' ? unfit(one) : undefined;
    return told(rows[i] as KeptRow, why ? { ...one, verdict: 'refused', reason: why } : one);
  });
}

function told({ id, entry }: KeptRow, { verdict, reason, detail, address, known }: Judged): DraftRow {
  const membershipId = verdict.startsWith('already') ? known?.membership?.id : undefined;
  return {
    id,
    entry,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(detail === undefined ? {} : { detail }),
    ...(address?.warning ? { warning: address.warning } : {}),
    ...(membershipId === undefined ? {} : { membershipId }),
  };
}

import { useQuery } from '@tanstack/react-query';
import type { OutboxRow } from '#contract/outbox.ts';
import { call } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';

/** The most pages of 200 messages that are read to find a batch: for larger batches only counts are shown. */
const mostPages = 5;

/**
 * The newest message of each invited person, by address. The first word of the key is an operation, so that notices of
 * change refresh it like any other answer.
 */
export function useDeliveries(emails: readonly string[]): ReadonlyMap<string, OutboxRow> | undefined {
  const { place, may } = useSession();
  const read = async () => {
    const wanted = new Set(emails);
    const found = new Map<string, OutboxRow>();
    let before: number | undefined;
    for (let page = 0; page < mostPages && found.size < wanted.size; page++) {
      const { rows, next } = await call('outbox.list', {
        organizationId: place.id,
        limit: 200,
        ...(before !== undefined && { before }),
      });
      for (const row of rows) if (wanted.has(row.toEmail) && !found.has(row.toEmail)) found.set(row.toEmail, row);
      if (next === null) break;
      before = next;
    }
    return found as ReadonlyMap<string, OutboxRow>;
  };
  return useQuery({
    queryKey: ['outbox.list', place.id, 'invited', emails[0], emails.length],
    queryFn: read,
    enabled: may('mail:read') && emails.length > 0,
  }).data;
}

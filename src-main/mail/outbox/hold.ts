import type { Changes } from '../../database/changes.ts';
import { dropLease, takeLease } from '../../database/lease.ts';
import type { Store } from '../../database/open.ts';
import type { Clock } from '../../kernel/clock.ts';

/** Only one process sends a workspace's mail: the one that holds this. */
export interface Hold {
  /** Takes or renews it. @returns `new` when it was not ours before */
  readonly take: () => Promise<'new' | 'kept' | 'elsewhere'>;
  readonly held: () => boolean;
  readonly drop: () => Promise<void>;
}

const name = 'outbox';

export function createHold(
  { store, changes, clock }: { readonly store: Store; readonly changes: Changes; readonly clock: Clock },
  holder: string,
  milliseconds: number,
): Hold {
  let until: number | undefined;
  return {
    held: () => until !== undefined,
    async take() {
      const now = clock.now();
      const kept = until !== undefined;
      // renewing half-way is enough; writing each time would cost a write to disk for nothing
      if (until !== undefined && until - now > milliseconds / 2) return 'kept';
      const other = await store.read.selectFrom('lease').selectAll().where('name', '=', name).executeTakeFirst();
      if (other && other.holder !== holder && other.until > now) {
        until = undefined;
        return 'elsewhere';
      }
      const ours = await changes.write([], now, (db) => takeLease(db, name, holder, now, milliseconds));
      until = ours ? now + milliseconds : undefined;
      if (!ours) return 'elsewhere';
      return kept && other?.holder === holder ? 'kept' : 'new';
    },
    async drop() {
      if (until === undefined) return;
      until = undefined;
      await changes.write([], clock.now(), (db) => dropLease(db, name, holder));
    },
  };
}

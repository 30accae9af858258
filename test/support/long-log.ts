import type { Core } from '../../src-main/core.ts';
import { writeAudit } from '../../src-main/kernel/audit.ts';

/** Writes many entries to an organization's log at once, as an operation on many people does. */
export const writeMany = (core: Core, organizationId: number, n: number): Promise<void> =>
  core.changes.write(['audit'], core.clock.now(), (db) =>
    writeAudit(db, core.keys, {
      now: core.clock.now(),
      operation: 'users.suspendMany',
      actor: { kind: 'core' },
      caller: { face: 'core', credentials: { kind: 'core' } },
      outcome: 'done',
      note: { organizationId, targets: Array.from({ length: n }, (_, i) => `person ${i}`) },
    }),
  );

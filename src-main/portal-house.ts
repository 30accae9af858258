import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from './core.ts';
import { dropLease, takeLease } from './database/lease.ts';
import { linkBase } from './database/link-life.ts';
import type { WritableDb } from './database/schema.ts';
import type { PortalHouse } from './faces/portal/manage.ts';
import { readPair } from './features/portal/certificate.ts';
import { keepPort } from './features/portal/store.ts';
import { noteUse } from './features/session/seen.ts';
import { isAlive } from './is-alive.ts';

const lease = 'portal';
const leaseMilliseconds = 12_000;

/** What a core gives the portal, which reads no tables itself. */
export function portalHouse(core: Core): PortalHouse {
  const { changes, clock, dispatch, store } = core;
  const holder = `${process.pid}@${hostname()}/${randomBytes(6).toString('hex')}`;
  return {
    dispatch,
    seen: (token) => noteUse(core, token),
    async settings() {
      const { address, port, baseUrl, trustedProxies, certificate } = await linkBase(store.read);
      return { address, port, baseUrl, trustedProxies, certificate };
    },
    async certificate() {
      const { certificate } = await linkBase(store.read);
      return certificate && readPair(certificate);
    },
    renewed: () => changes.publish(['portal']),
    keepPort: (port) => changes.write(['portal'], clock.now(), (db) => keepPort(db, port)),
    onChange: (listener) => changes.onCommit((tags) => tags.has('portal') && listener()),
    take: () =>
      changes.write([], clock.now(), async (db) => {
        await clearDead(db);
        return takeLease(db, lease, holder, clock.now(), leaseMilliseconds);
      }),
    drop: () => changes.write([], clock.now(), (db) => dropLease(db, lease, holder)),
  };
}

/** Otherwise a killed process on this computer would keep the portal closed until its lease ran out. */
async function clearDead(db: WritableDb): Promise<void> {
  const row = await db.selectFrom('lease').select('holder').where('name', '=', lease).executeTakeFirst();
  const [, pid, host] = /^(\d+)@(.*)\//.exec(row?.holder ?? '') ?? [];
  if (row && host === hostname() && !isAlive(Number(pid))) await dropLease(db, lease, row.holder);
}

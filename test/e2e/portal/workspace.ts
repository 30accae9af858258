import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCore } from '../../../src-main/core.ts';
import { managePortal } from '../../../src-main/faces/portal/manage.ts';
import type { Caller } from '../../../src-main/kernel/context.ts';
import { createPasswords } from '../../../src-main/kernel/passwords.ts';
import { createOutbox } from '../../../src-main/mail/worker.ts';
import { portalHouse } from '../../../src-main/portal-house.ts';

// Run as a child: a throw-away workspace with its portal, whose operations the parent calls.

export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type Told =
  | { readonly url: string }
  | { readonly id: number; readonly value?: unknown; readonly error?: string };

const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-portal-'));
let ahead = 0;
const core = await openCore({
  folder,
  passwords: createPasswords({ memoryCost: 8, timeCost: 1 }),
  clock: { now: () => Date.now() + ahead },
});
const portal = await managePortal(portalHouse(core), {
  resourcesFolder: path.join(import.meta.dirname, '../../../resources'),
  // all of them come from one address, and a quick computer has more sign in within a minute than one address may; the usual
  // limits have tests of their own (test/faces/portal)
  limits: { posts: 1000, requests: 100_000 },
});
const outbox = createOutbox(core);
outbox.start();
const caller: Caller = { face: 'cli', credentials: { kind: 'operator' } };
const tell = (told: Told) => process.send?.(told);

process.on('message', async ({ id, name, input }: Asked) => {
  try {
    if (name === 'advance') ahead += input as number;
    tell({ id, value: name === 'advance' ? null : await core.dispatch(caller, name, input) });
  } catch (error) {
    tell({ id, error: String(error) });
  }
});
process.on('disconnect', async () => {
  await outbox.close();
  await portal.close();
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});
tell({ url: portal.state().url ?? '' });

// Runs under plain Node: changes one byte of a database at each of some offsets, one after another, and reports the
// outcome. Its parent recognizes a crash by its end, and a hang by its silence.
import { mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import { databaseFile } from '../../src-main/core.ts';
import { connectTo } from '../../src-main/database/backup.ts';
import { names } from '../../src-main/features/backups/swap.ts';
import { noKeyring } from '../../src-main/kernel/key/keyring.ts';
import { callWithoutWorkspace } from '../../src-main/without-workspace.ts';
import { asOwner, childTime, openAt } from './life.ts';

export interface FlipTask {
  readonly folder: string;
  readonly flips: readonly { readonly offset: number; readonly bits: number }[];
}

/** The outcome of changing one byte; after it, in brackets, what operations answered. */
export type Outcome =
  /** Refused on opening, and the backups are offered. */
  | 'refused'
  /** Refused, for a reason that does not offer a backup. */
  | 'refused without an offer'
  /** Opened, and an operation said that the file is damaged. */
  | 'found in use'
  /** The audit no longer verifies. */
  | 'found by Verify'
  /** One value, and nothing else, has changed. */
  | 'one value'
  /** Several values of one row have changed. */
  | 'one row'
  /** Nothing reads the changed byte. */
  | 'nothing'
  | 'more than one row'
  /** SQLite itself cannot read it to the end, and nobody noticed. */
  | 'unreadable';

const { folder, flips } = JSON.parse(process.argv[2] ?? '') as FlipTask;
const file = databaseFile(folder);
const sound = readFileSync(file);
const endsFile = path.join(folder, names.auditEnds);
const ends = readFileSync(endsFile);
const before = rowsOf();

for (const { offset, bits } of flips) {
  const bytes = Buffer.from(sound);
  bytes[offset] = (bytes[offset] ?? 0) ^ bits;
  for (const more of ['-wal', '-shm']) rmSync(file + more, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  writeFileSync(endsFile, ends);
  writeSync(1, `${offset}\t${await outcome()}\n`);
}

async function outcome(): Promise<string> {
  const change = compared();
  for (const more of ['-wal', '-shm']) rmSync(file + more, { force: true });
  let core: Awaited<ReturnType<typeof openAt>>;
  try {
    core = await openAt(folder, childTime);
  } catch (error) {
    return refusal(error);
  }
  try {
    const odd: string[] = [];
    const organizationId = 1;
    const uses: (() => Promise<unknown>)[] = [
      () => core.dispatch(asOwner, 'users.list', { organizationId }),
      () => core.dispatch(asOwner, 'users.counts', { organizationId }),
      () => core.dispatch(asOwner, 'outbox.list', { organizationId }),
      () => core.dispatch(asOwner, 'audit.list', { organizationId }),
      () => core.dispatch(asOwner, 'drafts.list', { organizationId }),
      () => core.dispatch(asOwner, 'backups.list', {}),
    ];
    for (const use of uses)
      await use().catch((error: unknown) => odd.push(error instanceof GatehouseError ? error.code : String(error)));
    const verdict = await core.dispatch(asOwner, 'audit.verify', { organizationId }).catch((error: GatehouseError) => {
      odd.push(error.code);
      return { faults: [] };
    });
    const entries = [{ email: 'written@example.org' }];
    await core
      .dispatch(asOwner, 'teams.create', { organizationId, name: 'Written' })
      .catch((error: GatehouseError) => odd.push(error.code));
    await core
      .dispatch(asOwner, 'invitations.send', { organizationId, entries, defaults: { roles: ['Member'] } })
      .catch((error: GatehouseError) => odd.push(error.code));
    if (odd.includes('file-damaged')) return 'found in use';
    if (verdict.faults.length > 0) return 'found by Verify';
    return `${change}${odd.length > 0 ? ` (${[...new Set(odd)].join(', ')})` : ''}`;
  } finally {
    await core.close().catch(() => undefined);
  }
}

/** The error that the window would get, and whether it can then list backups. */
async function refusal(error: unknown): Promise<string> {
  if (!(error instanceof GatehouseError)) return `a defect: ${String(error)}`;
  const offer = await callWithoutWorkspace(
    { folder, keyring: noKeyring, chosen: new Set() },
    error,
    'backups.list',
    {},
  ).catch(() => undefined);
  const rows = (offer as { rows?: unknown[] } | undefined)?.rows ?? [];
  return rows.length > 0 ? 'refused' : `refused without an offer (${error.code})`;
}

/** All rows by table and position, as they are now. */
function rowsOf(): Map<string, unknown[]> {
  const connection = connectTo(file, { readonly: true });
  const rows = new Map<string, unknown[]>();
  const tables = connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'`,
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    let n = 0;
    for (const row of connection.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      rows.set(`${table} ${n++}`, row as unknown[]);
  }
  connection.close();
  return rows;
}

function compared(): Outcome {
  let now: ReturnType<typeof rowsOf>;
  try {
    now = rowsOf();
  } catch {
    return 'unreadable';
  }
  const changed = [...before].filter(([key, row]) => JSON.stringify(now.get(key)) !== JSON.stringify(row));
  if (changed.length === 0) return 'nothing';
  if (changed.length > 1) return 'more than one row';
  const [[key = '', row = []] = []] = changed;
  const values = row.filter((value, i) => JSON.stringify(value) !== JSON.stringify(now.get(key)?.[i])).length;
  return values > 1 ? 'one row' : 'one value';
}

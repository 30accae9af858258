import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Changes, watchChanges } from './database/changes.ts';
import { type OpenOptions, openStore, type Store } from './database/open.ts';
import { openingTrouble } from './database/trouble.ts';
import type { Cost } from './features/backups/container-key.ts';
import { createBackups } from './features/backups/house.ts';
import { finishRestore } from './features/backups/swap.ts';
import { handlers } from './features/index.ts';
import { freePort } from './free-port.ts';
import type { AccessTokens } from './kernel/access-tokens.ts';
import { keepAuditEnds } from './kernel/audit-ends.ts';
import type { BackupHouse } from './kernel/backups.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import { auditSetBack } from './kernel/clock-audit.ts';
import type { DemoMail, Handlers } from './kernel/context.ts';
import { createDispatcher, type Dispatcher, type House } from './kernel/dispatch.ts';
import { type ErasureKeeper, keepErasures } from './kernel/erasures.ts';
import { createGuesses } from './kernel/guesses.ts';
import { createJobs, type Jobs } from './kernel/jobs.ts';
import { keyFilesIn } from './kernel/key/files.ts';
import { refuseOther } from './kernel/key/fitting.ts';
import type { GivenKey } from './kernel/key/given-key.ts';
import type { Keyring } from './kernel/key/keyring.ts';
import { finishNewKey } from './kernel/key/new-key.ts';
import { openKey, type WorkspaceKey } from './kernel/key/workspace-key.ts';
import { type Keys, workspaceKeys } from './kernel/keys.ts';
import { createPasswords, type Passwords } from './kernel/passwords.ts';
import { createAccessTokens } from './mail/oauth/access-tokens.ts';

export interface CoreOptions extends OpenOptions {
  /** The workspace: a folder with the database and its key. */
  readonly folder: string;
  readonly clock?: Clock;
  readonly passwords?: Passwords;
  /** The desktop's, where there is one. */
  readonly keyring?: Keyring | undefined;
  /** A key file that was named at the start; with it, none in the folder is read or made. */
  readonly givenKey?: GivenKey | undefined;
  readonly demo?: DemoMail | undefined;
  readonly report?: House['report'];
  /** The cost of trying a backup's passphrase; for tests, which make many backups. */
  readonly backupCost?: Cost;
  /** For tests that add an operation of their own. */
  readonly handlers?: Handlers;
}

/** The application without a face; every face calls `dispatch`. Runs under plain Node, in a worker or inline. */
export interface Core {
  readonly dispatch: Dispatcher;
  readonly changes: Changes;
  readonly jobs: Jobs;
  readonly store: Store;
  readonly keys: Keys;
  readonly workspaceKey: WorkspaceKey;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly backups: BackupHouse;
  readonly erasures: ErasureKeeper;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Where a workspace keeps its database. */
export const databaseFile = (folder: string) => path.join(folder, 'gatehouse.sqlite');
/** Where a workspace keeps the secret that signs links and seals passwords. */
export const keyFile = (folder: string) => keyFilesIn(folder).file;

const toStandardError: House['report'] = (reference, operation, error) => {
  console.error(`gatehouse: defect ${reference} in ${operation}:`, error);
};

/** The key comes before the database, so that a crash in between leaves no database without one. */
async function prepareFolder({ folder, keyring, givenKey }: CoreOptions): Promise<WorkspaceKey> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    finishRestore(folder);
    finishNewKey(folder, databaseFile(folder), Date.now());
    return await openKey({ folder, make: !existsSync(databaseFile(folder)), keyring, given: givenKey });
  } catch (error) {
    throw openingTrouble(error, folder);
  }
}

/**
 * A missing key is reported when it is needed; a wrong one must not be used at all.
 * @returns whether there is a key
 */
async function refuseWrongKey(store: Store, key: WorkspaceKey): Promise<boolean> {
  try {
    key.secret();
  } catch {
    return false;
  }
  refuseOther(await store.read.selectFrom('audit_anchor').selectAll().execute(), key, key.file());
  return true;
}

/**
 * Opens a workspace, making the folder when it is not there yet.
 * @throws GatehouseError for a database that is damaged, newer, unreadable or held by another program; `key-wrong`
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const key = await prepareFolder(options);
  const clock = options.clock ?? systemClock;
  const database = databaseFile(options.folder);
  let told = () => {};
  const { folder, backupCost: cost } = options;
  const backups = createBackups({ folder, database, key, cost, told: () => told() });
  const beforeMigration = async () => {
    await backups.make('before-migration', clock.now(), { folder: null, passphrase: null });
    await backups.prune(null);
  };
  const store = await openStore(database, { beforeMigration, ...options });
  let keyed: boolean;
  try {
    keyed = await refuseWrongKey(store, key);
  } catch (error) {
    await store.close();
    throw error;
  }
  const keys = workspaceKeys(key);
  const changes = watchChanges(store, auditSetBack(keys));
  told = () => changes.publish(['backups']);
  const tokens = createAccessTokens({ store, changes, keys, clock });
  const auditEnds = keepAuditEnds({ store, changes, keys, clock, folder: options.folder });
  if (keyed) await auditEnds.begin();
  const erasures = keepErasures({ store, changes, keys, clock, folder: options.folder });
  const passwords = options.passwords ?? createPasswords();
  const house: House = {
    store,
    changes,
    handlers: options.handlers ?? handlers,
    clock,
    keys,
    workspaceKey: key,
    folder,
    tokens,
    auditEnds,
    backups,
    passwords,
    guesses: createGuesses({ store, changes, keys, passwords, clock }),
    freePort,
    demo: options.demo,
    report: options.report ?? toStandardError,
  };
  const jobs = createJobs(house);
  return {
    dispatch: createDispatcher(house, jobs.start),
    changes,
    jobs,
    store,
    keys,
    workspaceKey: key,
    tokens,
    clock,
    backups,
    erasures,
    folder,
    async close() {
      await jobs.close();
      await tokens.close();
      await erasures.close();
      await auditEnds.close();
      changes.close();
      await store.close();
    },
  };
}

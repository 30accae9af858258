import { GatehouseError } from '#contract/errors.ts';
import { contract, type OperationName, type ParsedOf } from '#contract/index.ts';
import { databaseFile } from './core.ts';
import { createBackups } from './features/backups/house.ts';
import { beginAnew, type Locked, putBack, secretInBackup, secretOfRecoveryKey } from './features/key/lost.ts';
import type { GivenKey } from './kernel/key/given-key.ts';
import type { Keyring } from './kernel/key/keyring.ts';
import { openKey } from './kernel/key/workspace-key.ts';
import { parse } from './kernel/parse.ts';

interface Options {
  readonly folder: string;
  readonly osUser?: string;
  readonly keyring: Keyring;
  readonly givenKey?: GivenKey | undefined;
  readonly chosen: ReadonlySet<string>;
}

/** The key cannot be read, or is the wrong one: then it may be given back, or a new one begun. */
const keyTroubles: ReadonlySet<string> = new Set(['key-unreadable', 'key-in-keyring', 'key-wrong']);

/**
 * While a damaged database or a lost key keeps a workspace from opening, its backups can still be listed, inspected and
 * restored, and its key given back. Nobody can sign in then, but whoever sits at this computer has the files anyway.
 * @throws GatehouseError what keeps the workspace from opening, for all other operations
 */
export async function callWithoutWorkspace(options: Options, refused: unknown, name: string, input: unknown) {
  if (!(refused instanceof GatehouseError)) throw refused;
  const keyIsLost = keyTroubles.has(refused.code);
  if (refused.code !== 'file-damaged' && !keyIsLost) throw refused;
  const { folder, osUser = null, chosen, keyring, givenKey } = options;
  const database = databaseFile(folder);
  const house = createBackups({
    folder,
    database,
    key: await openKey({ folder, make: false, keyring, given: givenKey }),
  });
  const locked: Locked = { folder, database, keyring, now: Date.now(), osUser };
  const pathOf = (file: ParsedOf<'backups.inspect'>['file']) => {
    if ('path' in file && !chosen.has(file.path)) throw new GatehouseError('path-not-chosen', {});
    return house.find(file, null);
  };
  const read = <N extends OperationName>(operation: N) =>
    parse(contract[operation].input, input, 'invalid-input', operation) as ParsedOf<N>;
  switch (name) {
    case 'backups.list':
      return { folder: house.usualFolder, rows: await house.list(null), making: null };
    case 'backups.inspect': {
      const { file, passphrase } = read(name);
      const { facts, at, encrypted, key: fitting } = await house.inspect(pathOf(file), passphrase);
      const organizations = facts.organizations.map(({ asks: _, ...held }) => held);
      const here = { people: 0, organizations: [] };
      return { at, encrypted, key: fitting, version: facts.version, people: facts.people, organizations, here };
    }
    case 'backups.restore': {
      const { file, passphrase } = read(name);
      const by = { at: Date.now(), actor: osUser ?? '', face: 'window', osUser } as const;
      const { facts, at } = await house.stage(pathOf(file), passphrase, by);
      return { at, organizations: facts.organizations.length, people: facts.people };
    }
    case 'key.recover': {
      if (!keyIsLost) throw refused;
      const given = read(name);
      const secret =
        'recoveryKey' in given
          ? secretOfRecoveryKey(given.recoveryKey)
          : await secretInBackup(pathOf(given.file), given.passphrase);
      return { place: await putBack(locked, secret) };
    }
    case 'key.begin':
      if (!keyIsLost) throw refused;
      read(name);
      await beginAnew(locked);
      return {};
    default:
      throw refused;
  }
}

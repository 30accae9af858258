import { GatehouseError } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { databaseFile, keyFile } from './core.ts';
import { createBackups } from './features/backups/house.ts';
import { fileKey } from './kernel/keys.ts';
import { parse } from './kernel/parse.ts';

interface Options {
  readonly folder: string;
  readonly osUser?: string;
  readonly chosen: ReadonlySet<string>;
}

/**
 * While a damaged database keeps a workspace from opening, its backups can be listed, looked into and restored. Nobody can
 * sign in then: whoever sits at this computer has the files anyway.
 * @throws GatehouseError what keeps the workspace from opening, for all other operations
 */
export async function callWithoutWorkspace(options: Options, refused: unknown, name: string, input: unknown) {
  if (!(refused instanceof GatehouseError) || refused.code !== 'file-damaged') throw refused;
  const { folder, osUser = null, chosen } = options;
  const key = fileKey(keyFile(folder), { make: false });
  const house = createBackups({ folder, database: databaseFile(folder), key });
  const fileOf = (raw: unknown) => {
    const { file, passphrase } = parse(contract['backups.inspect'].input, raw, 'invalid-input', name);
    if ('path' in file && !chosen.has(file.path)) throw new GatehouseError('path-not-chosen', {});
    return { path: house.find(file, null), passphrase };
  };
  switch (name) {
    case 'backups.list':
      return { folder: house.usualFolder, rows: await house.list(null), making: null };
    case 'backups.inspect': {
      const { path, passphrase } = fileOf(input);
      const { facts, at, encrypted, key: fitting } = await house.inspect(path, passphrase);
      const organizations = facts.organizations.map(({ asks: _, ...held }) => held);
      const here = { people: 0, organizations: [] };
      return { at, encrypted, key: fitting, version: facts.version, people: facts.people, organizations, here };
    }
    case 'backups.restore': {
      const { path, passphrase } = fileOf(input);
      const by = { at: Date.now(), actor: osUser ?? '', face: 'window', osUser } as const;
      const { facts, at } = await house.stage(path, passphrase, by);
      return { at, organizations: facts.organizations.length, people: facts.people };
    }
    default:
      throw refused;
  }
}

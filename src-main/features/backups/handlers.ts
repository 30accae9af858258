import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupFile } from '#contract/backups.ts';
import { GatehouseError } from '#contract/errors.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { openingTrouble } from '../../database/trouble.ts';
import type { Inspected } from '../../kernel/backups.ts';
import { refuseUnchosen } from '../../kernel/chosen.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';
import { refuseStrangers } from '../organizations/owner.ts';
import { heldIn, keyOf } from './held.ts';
import { loadBackupSettings, placeOf, saveBackupSettings } from './settings.ts';

// A backup is of the whole workspace, with every organization in it: so no organization's rights decide, and any owner may
// make one, as with adding an organization. Names of organizations that they do not belong to are left out.

export const handlers = {
  async list({ db, actor, now, backups }) {
    await refuseStrangers(db, actor, now);
    const { folder } = await loadBackupSettings(db);
    return { folder: folder ?? backups.usualFolder, rows: await backups.list(folder), making: backups.making() };
  },
  async make({ db, actor, now, backups, keys }) {
    await refuseStrangers(db, actor, now);
    return backups.make('by-hand', now, placeOf(await loadBackupSettings(db), keys));
  },
  async settings({ db, actor, now, backups }) {
    await refuseStrangers(db, actor, now);
    const { passphraseSealed, ...settings } = await loadBackupSettings(db);
    return { ...settings, usualFolder: backups.usualFolder, hasPassphrase: passphraseSealed !== null };
  },
  saveSettings: {
    async prepare({ db, actor, now, caller }, { folder }) {
      await refuseStrangers(db, actor, now);
      if (folder === null || folder === (await loadBackupSettings(db)).folder) return;
      refuseUnchosen(caller, folder);
      await refuseUnusable(folder);
    },
    async handle({ db, actor, now, keys, note }, { automatic, folder, passphrase }) {
      await refuseStrangers(db, actor, now);
      const before = await loadBackupSettings(db);
      const passphraseSealed =
        passphrase === undefined ? before.passphraseSealed : passphrase === null ? null : keys.seal(passphrase);
      await saveBackupSettings(db, { automatic, folder: folder && path.resolve(folder), passphraseSealed });
      note({ detail: { automatic, folder, encrypted: passphraseSealed !== null } });
      return {};
    },
  },
  async inspect(ctx, { file, passphrase }) {
    const asking = keyOf(ctx);
    const { facts, at, encrypted, key } = await ctx.backups.inspect(
      await pathOf(ctx, file),
      await passphraseFor(ctx, file, passphrase),
      asking,
    );
    const here = heldIn(ctx.backups.here(asking), ctx.actor);
    return { at, encrypted, key, version: facts.version, ...heldIn(facts, ctx.actor), here };
  },
  async restore(ctx, { file, passphrase }) {
    if (ctx.demo) throw new GatehouseError('not-in-demo', {});
    const { caller, actor, now } = ctx;
    const found: Inspected = await ctx.backups.stage(
      await pathOf(ctx, file),
      await passphraseFor(ctx, file, passphrase),
      {
        at: now,
        actor: actor.kind === 'person' ? actor.email : actor.kind,
        face: caller.face,
        osUser: caller.osUser ?? null,
      },
    );
    return { at: found.at, organizations: found.facts.organizations.length, people: found.facts.people };
  },
} satisfies HandlersOf<'backups'>;

/** Anybody may fill an empty workspace from a backup; after that only an owner may restore. */
async function pathOf(ctx: QueryContext, file: BackupFile): Promise<string> {
  if (!(await isEmpty(ctx.db))) await refuseStrangers(ctx.db, ctx.actor, ctx.now);
  if ('path' in file) refuseUnchosen(ctx.caller, file.path);
  return ctx.backups.find(file, (await loadBackupSettings(ctx.db)).folder);
}

const isEmpty = async (db: ReadableDb) =>
  (await db.selectFrom('organization').select('id').executeTakeFirst()) === undefined;

/** Backups of the list were encrypted with the stored passphrase, unless it has changed. */
async function passphraseFor(
  { db, keys }: QueryContext,
  file: BackupFile,
  typed?: string,
): Promise<string | undefined> {
  if (typed !== undefined || !('name' in file)) return typed;
  const settings = await loadBackupSettings(db);
  try {
    return placeOf(settings, keys).passphrase ?? undefined;
  } catch {
    return undefined; // then it is asked for
  }
}

async function refuseUnusable(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory())
      throw new GatehouseError('file-unreadable', { file: folder, detail: 'ENOTDIR' });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw openingTrouble(error, folder);
  }
}

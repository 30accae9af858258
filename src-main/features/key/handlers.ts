import { GatehouseError } from '#contract/errors.ts';
import type { Language } from '#contract/messages/languages.ts';
import type { Caller, HandlersOf, QueryContext } from '../../kernel/context.ts';
import { refuseStrangers } from '../organizations/owner.ts';
import { writeRecoveryFile } from './recovery-file.ts';

// The key is the whole workspace's, with every organization in it: any owner may move it, as with backups.

export const handlers = {
  async state({ db, actor, now, workspaceKey: key }) {
    await refuseStrangers(db, actor, now);
    return { place: key.place(), file: key.file(), keyring: await key.keyring.state(), mended: key.mended };
  },
  async move(ctx, input) {
    const { db, actor, now, workspaceKey: key, demo } = ctx;
    await refuseStrangers(db, actor, now);
    if (demo) throw new GatehouseError('not-in-demo', {});
    if (input.to === 'keyring') {
      if ((await key.keyring.state()).lacking !== null) throw new GatehouseError('keyring-missing', {});
      // first: without it, resetting the keyring would lose the key
      saveRecovery(ctx, input);
    }
    await key.move(input.to);
    return {};
  },
  async saveRecovery(ctx, input) {
    await refuseStrangers(ctx.db, ctx.actor, ctx.now);
    saveRecovery(ctx, input);
    return {};
  },
  // whoever gets here has a workspace that opened with its key
  recover() {
    throw new GatehouseError('key-not-lost', {});
  },
  begin() {
    throw new GatehouseError('key-not-lost', {});
  },
} satisfies HandlersOf<'key'>;

function saveRecovery(
  { caller, workspaceKey, now, folder }: QueryContext,
  { recoveryFile: file, language }: { readonly recoveryFile: string; readonly language: Language },
): void {
  refuseUnchosen(caller, file);
  writeRecoveryFile({ folder, secret: workspaceKey.secret(), file, language, now });
}

/** A page names no file by itself: its own dialog must have chosen it. */
function refuseUnchosen({ face, chosen }: Caller, file: string): void {
  if (face === 'window' && !chosen?.has(file)) throw new GatehouseError('path-not-chosen', {});
}

import { onTestFinished } from 'vitest';
import { type Core, type CoreOptions, openCore } from '../../src-main/core.ts';
import { applyRestore } from '../../src-main/features/backups/swap.ts';
import { cheap } from './backups.ts';
import { asOperator, owner, quickPasswords, type Workspace } from './workspace.ts';

/** Opens a folder again, with calls as the owner. */
export async function reopen(
  { core, clock, organizationId, recoveryCode }: Workspace,
  options: Partial<CoreOptions> = {},
): Promise<Workspace> {
  const { folder } = core;
  const again: Core = await openCore({ folder, clock, passwords: quickPasswords(), backupCost: cheap, ...options });
  onTestFinished(() => again.close());
  const callAs: Workspace['callAs'] = (caller, name, input) => again.dispatch(caller, name, input);
  return {
    ...{ core: again, clock, organizationId, recoveryCode, callAs },
    call: (name, input) => callAs(asOperator(owner.email), name, input),
  };
}

/** What a face does after `backups.restore`. @returns the restored workspace, and where the previous one is kept */
export async function swap(w: Workspace): Promise<{ w: Workspace; kept: string }> {
  await w.core.close();
  const kept = applyRestore(w.core.folder, w.clock.now());
  return { w: await reopen(w), kept };
}

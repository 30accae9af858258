import { GatehouseError } from '#contract/errors.ts';
import { createClosers } from './closers.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import type { Catcher } from './demo/catcher.ts';
import type { DemoWorkspace } from './demo/fill.ts';

export interface WorkspaceOptions
  extends Pick<CoreOptions, 'folder' | 'passwords' | 'report' | 'keyring' | 'givenKey'> {
  /** Fill the workspace, which must be empty, with the demo and catch its mail. The caller removes the folder. */
  readonly demo?: boolean;
}

/** A workspace that answers, and does nothing on its own yet. */
export interface OpenWorkspace {
  readonly core: Core;
  /** Only in the demo: who its window signs in as. */
  readonly demo?: DemoWorkspace | undefined;
  /** Only in the demo: who takes its mail. */
  readonly catcher?: Catcher | undefined;
  readonly close: () => Promise<void>;
}

/**
 * @throws GatehouseError what `openCore` throws, or why there is no key; `already-exists` when a demo is wanted and the
 * workspace already has an organization
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<OpenWorkspace> {
  const { folder, passwords, report, keyring, givenKey } = options;
  const common = { folder, keyring, givenKey, ...(passwords ? { passwords } : {}), ...(report ? { report } : {}) };
  if (options.demo) return openDemo(common);
  const core = await openCore(common);
  try {
    core.workspaceKey.secret(); // without it nothing can be sent, signed or audited
  } catch (error) {
    await core.close();
    throw error;
  }
  return { core, close: core.close };
}

/** Loads the demo's modules only when a demo is wanted. */
async function openDemo(options: CoreOptions): Promise<OpenWorkspace> {
  const { startCatcher } = await import('./demo/catcher.ts');
  const { createDemoClock } = await import('./demo/clock.ts');
  const { fillDemo } = await import('./demo/fill.ts');
  const { add, close } = createClosers();
  try {
    const catcher = await startCatcher();
    add(catcher.close);
    const clock = createDemoClock();
    const core = await openCore({ ...options, clock, demo: catcher });
    add(core.close);
    const inUse = await core.store.read.selectFrom('organization').select('name').executeTakeFirst();
    if (inUse) throw new GatehouseError('already-exists', { what: 'organization', name: inUse.name });
    const demo = await fillDemo(core, { clock, mailPort: catcher.port });
    add(catcher.onMessage(() => core.changes.publish(['demo'])));
    return { core, demo, catcher, close };
  } catch (error) {
    await close();
    throw error;
  }
}

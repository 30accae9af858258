import { GatehouseError } from '#contract/errors.ts';
import { createClosers } from './closers.ts';
import type { Core } from './core.ts';
import type { DemoWorkspace } from './demo/fill.ts';
import { managePortal, type PortalState } from './faces/portal/manage.ts';
import { createAuditRetention } from './features/audit/retention/scheduler.ts';
import { createBackupDuty } from './features/backups/scheduler.ts';
import { createDraftSender } from './features/drafts/scheduler.ts';
import { createGuestNotices } from './features/guests/notices/scheduler.ts';
import { createReminders } from './features/reminders/scheduler.ts';
import { createClockKeeper } from './kernel/clock-keeper.ts';
import type { Caller } from './kernel/context.ts';
import type { Network } from './kernel/network.ts';
import { createOutbox } from './mail/worker.ts';
import { type OpenWorkspace, openWorkspace, type WorkspaceOptions } from './open-workspace.ts';
import { portalHouse } from './portal-house.ts';

export interface PortalWishes {
  readonly port?: number | undefined;
  readonly baseUrl?: string | undefined;
  readonly certificate?: { readonly certificateFile: string; readonly keyFile: string } | undefined;
  readonly trustedProxies?: string[] | undefined;
}

export interface ServiceOptions extends WorkspaceOptions, WorkOptions {}

/** What it needs to know besides the workspace. */
export interface WorkOptions {
  /** The folder `resources/` of the installation. */
  readonly resources: string;
  /** Stored in the workspace before anything starts, because the links in the mail need them. */
  readonly portal?: PortalWishes;
  readonly osUser?: string | undefined;
  /** What the system says about the network, where it can be asked. */
  readonly network?: Network;
}

/** A workspace at work: its core, the sending of its mail, its portal, and the jobs that a crash left. */
export interface Service {
  readonly core: Core;
  readonly portalState: () => PortalState;
  /** Makes the portal read its certificate again at once. */
  readonly lookAtPortal: () => Promise<void>;
  /** Only in the demo: who its window signs in as. */
  readonly demo?: DemoWorkspace | undefined;
  readonly close: () => Promise<void>;
}

/** A job whose process was killed can be taken up again once its lease is over. */
const resumeMilliseconds = 20_000;

/**
 * Opens a workspace and sets it to work; the window and `gatehouse serve` do it in the same way.
 * @throws GatehouseError what `openWorkspace` and `setToWork` throw
 */
export const openService = async (options: ServiceOptions): Promise<Service> =>
  setToWork(await openWorkspace(options), options);

/**
 * Starts the portal, the sending of mail and all scheduled work. A workspace that cannot be set to work is closed.
 * @throws GatehouseError `no-workspace` when portal settings are given and there is no organization
 */
export async function setToWork(workspace: OpenWorkspace, options: WorkOptions): Promise<Service> {
  const { core, demo, catcher } = workspace;
  const { add, close } = createClosers();
  add(workspace.close);
  try {
    if (options.portal) await storePortal(core, options.portal, options.osUser);
    const portal = await managePortal(portalHouse(core), { resourcesFolder: options.resources });
    add(portal.close);
    const outbox = createOutbox({ ...core, ...(options.network ? { network: options.network } : {}) });
    add(outbox.close);
    outbox.start();
    // the demo is thrown away and needs no backups
    const saving = demo ? [] : [createBackupDuty(core)];
    for (const duty of [
      createGuestNotices(core),
      createReminders(core),
      createDraftSender(core),
      createClockKeeper(core),
      createAuditRetention(core),
      ...saving,
    ]) {
      add(duty.close);
      duty.start();
    }
    // closing does not wait for mail that the catcher delays on purpose
    if (catcher) add(catcher.hurry);
    await core.jobs.resume();
    const resuming = setInterval(() => void core.jobs.resume().catch(() => undefined), resumeMilliseconds);
    resuming.unref();
    add(() => clearInterval(resuming));
    return { core, demo, portalState: portal.state, lookAtPortal: portal.look, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function storePortal(core: Core, wanted: PortalWishes, osUser?: string): Promise<void> {
  const organization = await core.store.read.selectFrom('organization').select('id').orderBy('id').executeTakeFirst();
  if (!organization) throw new GatehouseError('no-workspace', { folder: core.folder });
  const { port, baseUrl, certificate, trustedProxies } = wanted;
  if (Object.values(wanted).every((wish) => wish === undefined)) return;
  const caller: Caller = { face: 'core', credentials: { kind: 'core' }, osUser };
  const organizationId = organization.id;
  const { address, ...stored } = await core.dispatch(caller, 'portal.settings', { organizationId });
  await core.dispatch(caller, 'portal.save', {
    organizationId,
    address,
    port: port ?? stored.port,
    baseUrl: baseUrl ?? stored.baseUrl,
    ...(certificate ? { certificate } : {}),
    ...(trustedProxies ? { trustedProxies } : {}),
  });
}

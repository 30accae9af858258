import type { ErrorReport } from '#contract/errors.ts';
import type { Dispatcher } from '../../kernel/dispatch.ts';
import { reportOf } from '../../kernel/report.ts';
import type { Limits, Portal, PortalOptions, Tls } from './options.ts';
import { startPortal } from './server.ts';

export interface PortalSettings {
  readonly address: string;
  readonly port: number;
  readonly baseUrl: string | null;
  readonly trustedProxies: readonly string[];
  /** Where the certificate is; null: HTTP. */
  readonly certificate: unknown;
}

/** What the portal needs from the core; `portalHouse` makes it from one. */
export interface PortalHouse {
  readonly dispatch: Dispatcher;
  readonly seen: PortalOptions['seen'];
  readonly settings: () => Promise<PortalSettings>;
  /** The current content of the certificate's files. @throws GatehouseError where it cannot be used */
  readonly certificate: () => Promise<Tls | null>;
  /** Tells the window that something about the certificate has changed. */
  readonly renewed: () => void;
  /** Stores the port that the system chose, unless somebody has set another meanwhile. */
  readonly keepPort: (port: number) => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
  /** Takes or keeps the right to serve, which one process of a workspace has. */
  readonly take: () => Promise<boolean>;
  readonly drop: () => Promise<void>;
}

export interface ManageOptions {
  readonly resourcesFolder: string;
  readonly limits?: Partial<Limits> | undefined;
  /** How often the right to serve is renewed, and a failed start retried. */
  readonly everyMilliseconds?: number;
}

export interface PortalState {
  /** Where invitees reach it. */
  readonly url?: string;
  /** Address and port on this computer, for setting up a proxy in front of it. */
  readonly listensOn?: string;
  /** Why it is not running. */
  readonly error?: ErrorReport;
}

export interface ManagedPortal {
  readonly state: () => PortalState;
  /** Checks at once whether settings or certificate have changed, and acts on it. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly portal: Portal;
  tls: Tls | null;
  readonly address: string;
  readonly settings: string;
}

/**
 * Keeps the portal where the settings say: starts it, moves it when they change, tries again when it could not start, and
 * leaves it alone while another process of the workspace serves. A certificate whose files were renewed is served from then
 * on, without a restart.
 */
export async function managePortal(house: PortalHouse, options: ManageOptions): Promise<ManagedPortal> {
  const { resourcesFolder, limits, everyMilliseconds = 3000 } = options;
  let running: Running | undefined;
  let error: ErrorReport | undefined;
  let closed = false;

  const stop = async () => {
    const { portal } = running ?? {};
    running = undefined;
    await portal?.close();
  };
  const start = async (settings: PortalSettings) => {
    const tls = await house.certificate();
    const portal = await startPortal({
      ...settings,
      tls,
      dispatch: house.dispatch,
      seen: house.seen,
      resourcesFolder,
      limits,
    });
    const { address } = settings;
    running = {
      portal,
      tls,
      address: address.includes(':') ? `[${address}]` : address,
      settings: JSON.stringify({ ...settings, port: portal.port }),
    };
    if (settings.port === 0) await house.keepPort(portal.port);
  };
  const step = async () => {
    if (closed) return;
    if (!(await house.take())) {
      error = undefined;
      return stop();
    }
    const settings = await house.settings();
    if (running?.settings === JSON.stringify(settings)) return renew(running);
    await stop();
    error = undefined;
    await start(settings);
  };
  /** While the new files cannot be used, perhaps because one is not yet in place, the old certificate stays in use. */
  const renew = async (current: Running) => {
    const before = JSON.stringify(error);
    try {
      const tls = await house.certificate();
      error = undefined;
      if (tls && tls.cert + tls.key !== `${current.tls?.cert}${current.tls?.key}`) {
        current.portal.renew(tls);
        current.tls = tls;
        house.renewed();
      }
    } catch (reason) {
      error = reportOf(reason);
    }
    if (JSON.stringify(error) !== before) house.renewed();
  };
  let last = Promise.resolve();
  const tend = () => {
    last = last.then(step).catch((reason: unknown) => {
      error = reportOf(reason);
    });
    return last;
  };

  await tend();
  const forget = house.onChange(() => void tend());
  const timer = setInterval(() => void tend(), everyMilliseconds);
  timer.unref();
  return {
    state: () => ({
      ...(running ? { url: running.portal.url, listensOn: `${running.address}:${running.portal.port}` } : {}),
      ...(error ? { error } : {}),
    }),
    look: tend,
    async close() {
      closed = true;
      clearInterval(timer);
      forget();
      await last;
      await stop();
      await house.drop();
    },
  };
}

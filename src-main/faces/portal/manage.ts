import type { ErrorReport } from '#contract/errors.ts';
import type { Dispatcher } from '../../kernel/dispatch.ts';
import { reportOf } from '../../kernel/report.ts';
import type { Limits, Portal, PortalOptions } from './options.ts';
import { startPortal } from './server.ts';

export interface PortalSettings {
  readonly address: string;
  readonly port: number;
  readonly baseUrl: string | null;
}

/** What the portal needs of the house; `portalHouse` makes it of a core. */
export interface PortalHouse {
  readonly dispatch: Dispatcher;
  readonly seen: PortalOptions['seen'];
  readonly settings: () => Promise<PortalSettings>;
  /** Keeps the port that the system chose, unless somebody has chosen another meanwhile. */
  readonly keepPort: (port: number) => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
  /** Takes or keeps the right to serve: one process of a workspace has it. */
  readonly take: () => Promise<boolean>;
  readonly drop: () => Promise<void>;
}

export interface ManageOptions {
  readonly resourcesFolder: string;
  readonly limits?: Partial<Limits> | undefined;
  /** How often the right to serve is renewed, and a start that failed tried again. */
  readonly everyMilliseconds?: number;
}

export interface PortalState {
  /** Where invitees reach it. */
  readonly url?: string;
  /** Address and port on this computer, for whoever puts a proxy before it. */
  readonly listensOn?: string;
  /** Why it does not. */
  readonly error?: ErrorReport;
}

export interface ManagedPortal {
  readonly state: () => PortalState;
  readonly close: () => Promise<void>;
}

interface Running {
  readonly portal: Portal;
  readonly address: string;
  readonly settings: string;
}

/**
 * Keeps the portal where the settings say: it starts it, moves it when they change, tries again when it could not
 * start, and leaves it alone while another process of the workspace serves.
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
    const portal = await startPortal({
      ...settings,
      dispatch: house.dispatch,
      seen: house.seen,
      resourcesFolder,
      limits,
    });
    const { address } = settings;
    running = {
      portal,
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
    if (running?.settings === JSON.stringify(settings)) return;
    await stop();
    error = undefined;
    await start(settings);
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

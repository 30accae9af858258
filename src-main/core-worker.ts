import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '#contract/assert-never.ts';
import { type ErrorReport, GatehouseError, type Outcome } from '#contract/errors.ts';
import type { CoreWorkerData, FromCore, ToCore } from './core-port.ts';
import { toldNetwork } from './kernel/network.ts';
import { reportOf } from './kernel/report.ts';
import { portKeyring } from './keyring-port.ts';
import { openWorkspace } from './open-workspace.ts';
import { replaceWorkspace } from './restore.ts';
import { windowConnection } from './window-connection.ts';
import { callWithoutWorkspace } from './without-workspace.ts';

// SQLite, hashing, parsing, composing and the portal run here, so that the main process never waits for them.

const port = parentPort;
if (!port) throw new Error('core-worker runs in a worker thread');
const tell = (message: FromCore) => port.postMessage(message);
const options = workerData as CoreWorkerData;

const network = toldNetwork();
const chosen = new Set<string>();
const keyring = portKeyring((id, ask) => tell({ kind: 'keyring', id, ask }));
const open = async () => {
  const workspace = await openWorkspace({ ...options, keyring });
  const connection = windowConnection(workspace.core, options.osUser, chosen);
  // before the page's first question is answered, so that the demo never shows its sign-in
  if (workspace.demo) await connection('session.signIn', workspace.demo.operator);
  return { workspace, connection };
};
const work = async ({ workspace }: Awaited<ReturnType<typeof open>>) => {
  const { setToWork } = await import('./service.ts'); // the portal and the mail: the page does not wait for them to be read
  return setToWork(workspace, { ...options, network });
};

let decide: (toWork: boolean) => void = () => {};
const decided = new Promise<boolean>((resolve) => {
  decide = resolve;
});

/** Resolves as soon as the workspace is open; rejects from then on if it is refused or cannot be set to work. */
let opening = open();
/** Undefined when it was closed before it was allowed to begin. */
const working = opening.then(async (opened) => ((await decided) ? work(opened) : undefined));

opening.then(
  ({ workspace }) => workspace.core.changes.onNotice((tags) => tell({ kind: 'changes', tags: [...tags] })),
  () => undefined,
);
working.then(
  () => tell({ kind: 'ready' }),
  (error: unknown) => {
    opening = Promise.reject(error);
    opening.catch(() => undefined); // whoever calls is told
    if (!(error instanceof GatehouseError)) console.error('gatehouse: the workspace cannot be opened:', error);
    tell({ kind: 'refused', error: reportOf(error) });
  },
);

/** For each running call that may be cancelled, what stops it. */
const running = new Map<number, AbortController>();

const closed = () => {
  decide(false);
  return working.then(
    async (service) => (service ?? (await opening).workspace).close(),
    () => undefined,
  );
};

/** @returns why it failed, in which case nothing has changed; null when it worked */
function restore(folder: string): ErrorReport | null {
  try {
    replaceWorkspace(folder);
    return null;
  } catch (error) {
    return reportOf(error);
  }
}

port.on('message', async (message: ToCore) => {
  switch (message.kind) {
    case 'call': {
      const stop = message.stoppable ? new AbortController() : undefined;
      if (stop) running.set(message.id, stop);
      const outcome = await opening
        .then(
          ({ connection }) => connection(message.name, message.input, stop?.signal),
          (error: unknown) => callWithoutWorkspace({ ...options, keyring, chosen }, error, message.name, message.input),
        )
        .then(
          (value) => ({ ok: true, value }) as const,
          (error: unknown) => ({ ok: false, error: reportOf(error) }) as const,
        );
      running.delete(message.id);
      return tell({ kind: 'answer', id: message.id, outcome: JSON.stringify(outcome satisfies Outcome) });
    }
    case 'cancel':
      return running.get(message.id)?.abort();
    case 'begin':
      return decide(true);
    case 'portal': {
      const state = await working.then(
        (service) => service?.portalState() ?? {},
        () => ({}),
      );
      return tell({ kind: 'portal', id: message.id, state });
    }
    case 'chosen':
      chosen.add(message.path);
      return;
    case 'restore':
      await closed();
      tell({ kind: 'restored', id: message.id, error: restore(options.folder) });
      port.close();
      return;
    case 'keyring':
      return keyring.heard(message);
    case 'network':
      return network.tell(message.online);
    case 'close':
      await closed();
      port.close();
      return;
    default:
      assertNever(message);
  }
});

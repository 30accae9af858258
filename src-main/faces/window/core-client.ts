import { Worker } from 'node:worker_threads';
import type { ErrorReport, Outcome } from '#contract/errors.ts';
import type { Tag } from '#contract/operation.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../../core-port.ts';
import type { PortalState } from '../portal/manage.ts';

/** The core as the main process sees it: questions and answers over a port, nothing that could hold up the window. */
export interface CoreClient {
  /** Rejects with nothing: what went wrong is in the outcome. */
  readonly call: (name: string, input: unknown) => Promise<Outcome>;
  readonly portal: () => Promise<PortalState>;
  /** Whether the workspace opened, and why not. */
  readonly ready: Promise<ErrorReport | undefined>;
  readonly close: () => Promise<void>;
}

const stopped = { ok: false, error: { code: 'core-stopped', data: {} } } as const satisfies Outcome;
const longestClosing = 5000;

/** Starts the core in its worker. When the worker dies, every open and later call says so instead of waiting for ever. */
export function startCore(data: CoreWorkerData, onChanges: (tags: readonly Tag[]) => void): CoreClient {
  const worker = new Worker(new URL('./core-worker.js', import.meta.url), { workerData: data });
  const waiting = new Map<number, (answer: Outcome | PortalState) => void>();
  let last = 0;
  let alive = true;
  let opened: (error: ErrorReport | undefined) => void = () => {};
  const ready = new Promise<ErrorReport | undefined>((resolve) => {
    opened = resolve;
  });
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      alive = false;
      opened(stopped.error);
      for (const answer of waiting.values()) answer(stopped);
      waiting.clear();
      resolve();
    });
  });
  worker.on('error', (error) => console.error('gatehouse: the core stopped:', error));
  worker.on('message', (message: FromCore) => {
    switch (message.kind) {
      case 'ready':
        return opened(undefined);
      case 'refused':
        return opened(message.error);
      case 'changes':
        return onChanges(message.tags);
      case 'answer':
      case 'portal':
        waiting.get(message.id)?.(message.kind === 'answer' ? message.outcome : message.state);
        waiting.delete(message.id);
    }
  });
  const ask = <T extends Outcome | PortalState>(message: (id: number) => ToCore): Promise<T> =>
    new Promise((resolve) => {
      if (!alive) return resolve(stopped as Outcome as T);
      const id = ++last;
      waiting.set(id, resolve as (answer: Outcome | PortalState) => void);
      worker.postMessage(message(id));
    });
  return {
    ready,
    call: (name, input) => ask<Outcome>((id) => ({ kind: 'call', id, name, input })),
    portal: () => ask<PortalState>((id) => ({ kind: 'portal', id })),
    async close() {
      if (alive) worker.postMessage({ kind: 'close' } satisfies ToCore);
      const timer = setTimeout(() => void worker.terminate(), longestClosing);
      await exited;
      clearTimeout(timer);
    },
  };
}

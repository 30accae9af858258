import { Worker } from 'node:worker_threads';
import type { ErrorReport, Outcome } from '#contract/errors.ts';
import type { Tag } from '#contract/operation.ts';
import type { CoreWorkerData, FromCore, ToCore } from '../../core-port.ts';
import type { Keyring } from '../../kernel/key/keyring.ts';
import { answerKeyring } from '../../keyring-port.ts';
import type { PortalState } from '../portal/manage.ts';

/** The core as the main process sees it: questions and answers over a port, nothing that could hold up the window. */
export interface CoreClient extends Core {
  /** Reopens the workspace after its key was given back. */
  readonly reopen: () => Promise<void>;
}

/** One thread of it. */
export interface Core {
  /** Answers with the outcome as JSON. Never rejects: the outcome says what went wrong. */
  readonly call: (name: string, input: unknown, ticket?: string) => Promise<string>;
  /** Nobody waits for the answer to the call with this ticket any more: long work stops, and answers that it did. */
  readonly cancel: (ticket: string) => void;
  readonly portal: () => Promise<PortalState>;
  /** Resolves once the workspace is set to work, else to why it could not be. */
  readonly ready: Promise<ErrorReport | undefined>;
  /** Lets the portal, the mail and the scheduled work begin. */
  readonly begin: () => void;
  /** Passes on whether the system has a network. */
  readonly tellNetwork: (online: boolean) => void;
  /** Lets a page name this file or folder from now on. */
  readonly tellChosen: (path: string) => void;
  /** Puts the restored workspace in place and ends. @returns why it failed; null when it worked */
  readonly restore: () => Promise<ErrorReport | null>;
  readonly close: () => Promise<void>;
}

const stopped = { ok: false, error: { code: 'core-stopped', data: {} } } as const satisfies Outcome;
const longestClosing = 5000;
/** V8 would take three times as much for short-lived objects, and keep it; bulk work is as quick with this. */
const youngMegabytes = 6;

interface Waiting {
  readonly answer: (answer: unknown) => void;
  readonly whenStopped: unknown;
}

/** Starts the core in its worker. If the worker dies, every open and later call says so instead of waiting for ever. */
export function startCore(data: CoreWorkerData, onChanges: (tags: readonly Tag[]) => void, keyring: Keyring): Core {
  const worker = new Worker(new URL('./core-worker.js', import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  const waiting = new Map<number, Waiting>();
  /** Calls that may be cancelled, by the page's name for them. */
  const tickets = new Map<string, number>();
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
      for (const { answer, whenStopped } of waiting.values()) answer(whenStopped);
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
        waiting.get(message.id)?.answer(message.kind === 'answer' ? message.outcome : message.state);
        waiting.delete(message.id);
        return;
      case 'keyring':
        void answerKeyring(keyring, message.id, message.ask).then(tell);
        return;
      case 'restored':
        waiting.get(message.id)?.answer(message.error);
        waiting.delete(message.id);
    }
  });
  const tell = (message: ToCore) => {
    if (alive) worker.postMessage(message);
  };
  const ask = <T>(message: (id: number) => ToCore, whenStopped: T, ticket?: string): Promise<T> =>
    new Promise((resolve) => {
      if (!alive) return resolve(whenStopped);
      const id = ++last;
      if (ticket !== undefined) tickets.set(ticket, id);
      waiting.set(id, { answer: resolve as Waiting['answer'], whenStopped });
      worker.postMessage(message(id));
    });
  return {
    ready,
    call: (name, input, ticket) =>
      ask<string>(
        (id) => ({ kind: 'call', id, name, input, stoppable: ticket !== undefined }),
        JSON.stringify(stopped),
        ticket,
      ).finally(() => {
        if (ticket !== undefined) tickets.delete(ticket);
      }),
    cancel(ticket) {
      const id = tickets.get(ticket);
      if (id !== undefined) tell({ kind: 'cancel', id });
    },
    portal: () => ask<PortalState>((id) => ({ kind: 'portal', id }), { error: stopped.error }),
    begin: () => tell({ kind: 'begin' }),
    tellNetwork: (online) => tell({ kind: 'network', online }),
    tellChosen: (path) => tell({ kind: 'chosen', path }),
    async restore() {
      const error = await ask<ErrorReport | null>((id) => ({ kind: 'restore', id }), stopped.error);
      const timer = setTimeout(() => void worker.terminate(), longestClosing);
      await exited;
      clearTimeout(timer);
      return error;
    },
    async close() {
      tell({ kind: 'close' });
      const timer = setTimeout(() => void worker.terminate(), longestClosing);
      await exited;
      clearTimeout(timer);
    },
  };
}

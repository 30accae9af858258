import { SmtpFailure, Withdrawn } from './failure.ts';
import type { MailServer, SmtpTimeouts } from './server.ts';
import { openSession, type SmtpGates, type SmtpMessage, type SmtpSession } from './session.ts';
import type { Transcript } from './transcript.ts';

export interface PoolOptions {
  readonly timeouts: SmtpTimeouts;
  /** The most connections. */
  readonly size: number;
  /** How long an unused connection is kept. */
  readonly idleMilliseconds: number;
  /** One for each connection. */
  readonly transcript?: () => Transcript;
}

export interface PoolGates extends SmtpGates {
  /** Gets what was said, once the attempt has ended, well or not; of two attempts the later one comes last. */
  readonly told?: (transcript: Transcript) => void;
}

/** Sends over a few connections that are reused. */
export interface SmtpPool {
  /** @returns the server's words. @throws SmtpFailure, also for what `beforeBody` rejects with; `Withdrawn` as it is, and when the pool closes first */
  readonly send: (message: SmtpMessage, gates?: PoolGates) => Promise<string>;
  /** Lets messages under way finish within this time, then hangs up. */
  readonly close: (graceMilliseconds: number) => Promise<void>;
}

interface Job {
  readonly message: SmtpMessage;
  readonly gates: PoolGates;
  readonly resolve: (answer: string) => void;
  readonly reject: (error: unknown) => void;
  /** Its connection had died while unused, and it is tried once more on a fresh one. */
  again?: boolean;
}

interface Line {
  readonly session: SmtpSession;
  readonly transcript: Transcript | undefined;
  sent: number;
  busy: boolean;
  timer?: NodeJS.Timeout | undefined;
}

/** Servers that count messages per connection commonly stop at a hundred. */
const messagesPerConnection = 100;

/**
 * One message goes ahead alone until it has been accepted: a wrong password or a refused sender is tried once, not five
 * times, and so is a server that is away. The other connections are opened when the server asks for that message's body,
 * while it is leaving. A server that accepts fewer connections than we would open gets as many as it accepts.
 */
export function createPool(server: MailServer, options: PoolOptions): SmtpPool {
  const waiting: Job[] = [];
  const lines = new Set<Line>();
  let opening = 0;
  let limit = options.size;
  let welcome = false;
  let proven = false;
  let closed = false;
  const hangUp = new AbortController();
  let onQuiet: (() => void) | undefined;

  const pump = () => {
    for (const line of lines) if (!line.busy && waiting.length > 0 && mayWork()) void work(line);
    const room = (welcome ? limit : 1) - lines.size;
    while (opening < Math.min(room, waiting.length)) void open();
    if (waiting.length === 0 && opening === 0 && [...lines].every((l) => !l.busy)) onQuiet?.();
  };

  const mayWork = () => proven || ![...lines].some((line) => line.busy);

  const open = async () => {
    opening += 1;
    const transcript = options.transcript?.();
    try {
      const session = await openSession(server, options.timeouts, hangUp.signal, transcript);
      const line: Line = { session, transcript, sent: 0, busy: false };
      lines.add(line);
      session.onEnd(() => {
        clearTimeout(line.timer);
        lines.delete(line);
      });
      if (closed) session.destroy();
      else rest(line);
    } catch (error) {
      if (lines.size > 0) limit = lines.size;
      else for (const job of waiting.splice(0)) end(job, transcript, () => job.reject(error));
    } finally {
      opening -= 1;
      pump();
    }
  };

  const end = (job: Job, transcript: Transcript | undefined, settle: () => void) => {
    if (transcript) job.gates.told?.(transcript);
    settle();
  };

  const work = async (line: Line) => {
    const job = waiting.shift();
    if (!job) return;
    line.busy = true;
    clearTimeout(line.timer);
    let bodyAsked = false;
    try {
      const answer = await line.session.send(job.message, {
        ...job.gates,
        async beforeBody() {
          bodyAsked = true;
          await job.gates.beforeBody?.();
          if (welcome) return;
          welcome = true;
          pump();
        },
      });
      proven = true;
      end(job, line.transcript, () => job.resolve(answer));
    } catch (error) {
      const stale = line.sent > 0 && !bodyAsked && !job.again && isHangUp(error);
      if (stale && !closed) waiting.unshift({ ...job, again: true });
      else end(job, line.transcript, () => job.reject(error));
      // the caller may close the pool on hearing of it, before the next message meets the same refusal
      await new Promise((resolve) => setImmediate(resolve));
    }
    line.sent += 1;
    line.busy = false;
    if (line.session.alive()) rest(line);
    else lines.delete(line);
    pump();
  };

  const rest = (line: Line) => {
    if (line.sent >= messagesPerConnection) {
      lines.delete(line);
      line.session.quit();
      return;
    }
    line.timer = setTimeout(() => {
      lines.delete(line);
      line.session.quit();
    }, options.idleMilliseconds);
  };

  return {
    send: (message, gates = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Withdrawn());
        waiting.push({ message, gates, resolve, reject });
        pump();
      }),
    async close(graceMilliseconds) {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Withdrawn());
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMilliseconds);
        onQuiet = resolve;
        pump();
      });
      clearTimeout(timer);
      hangUp.abort();
      for (const line of lines) {
        clearTimeout(line.timer);
        if (line.busy) line.session.destroy();
        else line.session.quit();
      }
      lines.clear();
    },
  };
}

/** Whether the connection ended, or the server is about to end it, before any of this message's body was sent. */
const isHangUp = (error: unknown): boolean =>
  error instanceof SmtpFailure &&
  (error.facts.replyCode === undefined ? error.facts.code !== undefined : error.facts.replyCode === 421);

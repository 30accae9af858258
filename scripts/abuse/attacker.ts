import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import type { Asked, Told } from './protocol.ts';

export interface Answer {
  /** 0 if the connection was lost. */
  readonly status: number;
  readonly milliseconds: number;
  readonly retryAfter: string | undefined;
}

export interface Attacked {
  readonly port: () => number;
  readonly ask: (asked: Asked) => Promise<Told>;
  /** One request, on behalf of a client as reported by the proxy. */
  readonly send: (route: string, client: number, form?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const mostSockets = 400;
const longest = 120_000;

/** Starts a house in a process of its own. */
export async function attacked(...options: string[]): Promise<Attacked> {
  const house = fork(path.join(import.meta.dirname, 'house.ts'), options, { stdio: 'inherit' });
  // otherwise a pending question would get no answer, and the next one would only learn that nobody listens
  const lost = once(house, 'exit').then(([code, signal]): never => {
    throw new Error(`the attacked house ended by itself (${signal ?? `exit code ${code}`})`);
  });
  lost.catch(() => undefined);
  const told = () => Promise.race([once(house, 'message').then(([first]) => first as Told), lost]);
  let { port = 0 } = await told();
  const agent = new Agent({ keepAlive: true, maxSockets: mostSockets });
  return {
    port: () => port,
    async ask(asked) {
      const answer = told();
      house.send(asked, () => undefined);
      const found = await answer;
      port = found.port ?? port;
      return found;
    },
    send: (route, client, form) => send({ port, agent, route, client, form }),
    async close() {
      agent.destroy();
      if (house.connected) house.disconnect();
      await lost.catch(() => undefined);
    },
  };
}

interface Sending {
  readonly port: number;
  readonly agent: Agent;
  readonly route: string;
  readonly client: number;
  readonly form?: Readonly<Record<string, string>> | undefined;
}

/** Clients are from a range for documentation (RFC 5737 has too few): 2001:db8::/32, a 64-bit network each. */
const addressOf = (client: number) => `2001:db8:${(client >> 16).toString(16)}:${(client & 0xffff).toString(16)}::1`;

function send(sending: Sending): Promise<Answer> {
  const { port, agent, route, client, form } = sending;
  const body = form && new URLSearchParams(form).toString();
  return new Promise((resolve) => {
    const began = performance.now();
    const done = (status: number, retryAfter?: string) =>
      resolve({ status, milliseconds: performance.now() - began, retryAfter });
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path: route, agent, method: body === undefined ? 'GET' : 'POST' },
        headers: {
          'x-forwarded-for': addressOf(client),
          ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        timeout: longest,
      },
      (response) => {
        response.resume();
        response.once('end', () => done(response.statusCode ?? 0, response.headers['retry-after']));
      },
    );
    sent.once('timeout', () => sent.destroy(new Error('no answer')));
    // the portal may close an idle connection at the very moment it is used again
    sent.once('error', () => (sent.reusedSocket ? resolve(send(sending)) : done(0)));
    sent.end(body);
  });
}

/** Runs work `count` times, `atOnce` of them in parallel. */
export async function inParallel(count: number, atOnce: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}

export const signUp = (password: string) => ({
  ...{ account: 'new', firstName: 'Siobhán', lastName: 'Ní Mhurchú' },
  ...{ password, passwordAgain: password },
});

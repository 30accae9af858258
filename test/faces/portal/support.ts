import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Portal, PortalOptions } from '../../../src-main/faces/portal/options.ts';
import { startPortal } from '../../../src-main/faces/portal/server.ts';
import { portalHouse } from '../../../src-main/portal-house.ts';
import type { Workspace } from '../../support/workspace.ts';

export const resourcesFolder = path.join(import.meta.dirname, '../../../resources');
export const anyPort = { address: '127.0.0.1', port: 0, resourcesFolder };

/** A portal over a workspace, on a port that the system chooses, closed after the test. */
export async function openPortal(w: Workspace, options: Partial<PortalOptions> = {}): Promise<Portal> {
  const { dispatch, seen } = portalHouse(w.core);
  const portal = await startPortal({ ...anyPort, dispatch, seen, ...options });
  onTestFinished(() => portal.close());
  return portal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Of the cookies that were set, as a browser would send them back. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Asks by https, and trusts this certificate for that name. */
  readonly trust?: { readonly ca: string; readonly servername: string };
  /** An address of this computer to ask from. */
  readonly from?: string;
}

/** One request over real HTTP, with headers that `fetch` would not let through. */
export function ask(portal: Pick<Portal, 'port'>, route: string, asking: Asked = {}): Promise<Answer> {
  const { method, headers = {}, form, body, trust, from } = asking;
  const sent = body ?? (form ? new URLSearchParams(form).toString() : undefined);
  return new Promise((resolve, reject) => {
    const asked = (trust ? secureRequest : request)(
      {
        ...trust,
        ...(from ? { localAddress: from } : {}),
        host: '127.0.0.1',
        port: portal.port,
        path: route,
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: {
          ...(sent === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const setCookies = response.headers['set-cookie'] ?? [];
          const pairs = setCookies.map((c) => /^([^=]+)=([^;]*)/.exec(c)?.slice(1) ?? []);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
            cookies: Object.fromEntries(pairs),
            setCookies,
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(sent);
  });
}

export const cookieHeader = (cookies: Readonly<Record<string, string>>) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
});

export const signUp = {
  account: 'new',
  firstName: 'Siobhán',
  lastName: 'Ní Mhurchú',
  phone: '01 555 0136',
  country: 'IE',
  password: 'a sentence of mine',
  passwordAgain: 'a sentence of mine',
};

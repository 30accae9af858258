import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { Asked, Told } from './workspace.ts';

export const owner = { name: 'Tomasz Oyelaran', email: 'tomasz@halden.test', password: 'a sentence to sign in with' };
export const password = 'a sentence of my own';

export class Portal {
  readonly #child: ChildProcess;
  readonly url: string;
  organizationId = 0;
  #last = 0;
  constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }
  /** Calls an operation as the only owner. */
  async call<T = Record<string, unknown>>(name: string, input: unknown): Promise<T> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const listen = (told: Told) => {
        if (!('id' in told) || told.id !== id) return;
        this.#child.off('message', listen);
        if (told.error) reject(new Error(`${name}: ${told.error}`));
        else resolve(told.value as T);
      };
      this.#child.on('message', listen);
      this.#child.send({ id, name, input } satisfies Asked);
    });
  }
  /** Moves the clock of the workspace. */
  advance = (milliseconds: number) => this.call('advance', milliseconds);

  async createOrganization(name: string): Promise<number> {
    const made = { name, timeZone: 'Europe/Amsterdam', linkLifeHours: 72, owner };
    const { organizationId } = await this.call<{ organizationId: number }>('organizations.create', made);
    await this.call('organizations.update', { organizationId, contact: 'it-help@halden.test' });
    return organizationId;
  }
  /** @returns the link of a person who is invited now, as an operator would copy it */
  async invite(email: string, entry: object = {}, organizationId = this.organizationId) {
    const { invited } = await this.call<{ invited: { membershipId: number }[] }>('invitations.send', {
      organizationId,
      entries: [{ email, roles: ['Member'], ...entry }],
    });
    const membershipId = invited[0]?.membershipId ?? 0;
    return { membershipId, link: await this.copyLink(membershipId, organizationId) };
  }
  async copyLink(membershipId: number, organizationId = this.organizationId): Promise<string> {
    return (await this.call<{ link: string }>('invitations.copyLink', { organizationId, membershipId })).link;
  }
}

/** A workspace of its own for each test file's worker, in a process of its own: plain Node, no display. */
export const test = base.extend<object, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright finds out what a fixture needs
    async ({}, use) => {
      const here = import.meta.dirname;
      const child = fork(path.join(here, 'workspace.ts'), {
        execPath: path.join(here, '../../../node_modules/.bin/node'),
        execArgv: [],
      });
      const [{ url }] = (await once(child, 'message')) as [{ url: string }];
      const portal = new Portal(child, url);
      portal.organizationId = await portal.createOrganization('Halden Logistics');
      await use(portal);
      child.disconnect();
      await once(child, 'exit');
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';

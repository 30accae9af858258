import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Passwords } from '../../../../src-main/kernel/passwords.ts';
import { quickPasswords, type Workspace } from '../../../support/workspace.ts';

const portalFolder = path.join(import.meta.dirname, '../../../../src-main/faces/portal');

/** Every address that the portal answers, read from its sources: one that is added is attacked without being named here. */
export function routesOf(method: 'get' | 'post'): readonly string[] {
  const folder = path.join(portalFolder, 'routes');
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/app\.(get|post)(?:<[^>]*>)?\(\s*'([^']+)'/g)].flatMap(([, verb, route = '']) =>
      verb === method ? route : [],
    ),
  );
  return [...new Set(found)].sort();
}

/** Fills in the parameters of a route. */
export const at = (route: string, token: string) => route.replace(':token', token).replace(/:\w+/g, '1');

/** Real hashing, counted, because hashing is what costs processor time. */
export function countedPasswords() {
  const real = quickPasswords();
  const count = { hash: 0, verify: 0 };
  const passwords: Passwords = {
    ...real,
    hash(...given) {
      count.hash++;
      return real.hash(...given);
    },
    verify(...given) {
      count.verify++;
      return real.verify(...given);
    },
  };
  return { passwords, count };
}

/** All that anybody could have changed. */
export async function everything({ core }: Workspace): Promise<unknown> {
  const { read } = core.store;
  return {
    people: await read.selectFrom('person').selectAll().execute(),
    credentials: await read.selectFrom('credential').selectAll().execute(),
    memberships: await read.selectFrom('membership').selectAll().execute(),
    roles: await read.selectFrom('membership_role').selectAll().execute(),
    invitations: await read.selectFrom('invitation').selectAll().execute(),
    sessions: await read.selectFrom('session').selectAll().execute(),
    outbox: await read.selectFrom('outbox').selectAll().execute(),
  };
}

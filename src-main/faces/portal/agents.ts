import type { FastifyInstance } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import type { Place } from '#contract/session.ts';
import type { Caller } from '../../kernel/context.ts';
import type { House } from './house.ts';

/** Whether somebody is an inbox agent wherever they belong: then the inbox is all they reach. */
export const isOnlyAgent = (places: readonly Place[]): boolean =>
  places.length > 0 && places.every(({ kind }) => kind === 'inbox-agent');

/** What agents reach: their inbox, signing in and out, the pages' assets, and invitations. */
const forAgents: ReadonlySet<string> = new Set([
  '/inbox',
  '/inbox/read',
  '/sign-in',
  '/sign-in/code',
  '/sign-out',
  '/two-factor',
  '/two-factor/begin',
  '/two-factor/confirm',
  '/two-factor/codes',
  '/two-factor/off',
  '/i/:token',
  '/forgot',
  '/reset/:token',
  '/style.css',
  '/portal.js',
  '/favicon.ico',
  '/logo/:address',
  '/look/:file',
]);

/**
 * Refuses agents every other address, even those that lead nowhere: a new page is closed to them until somebody adds it
 * above. Such requests have been counted against the limits by then.
 */
export function refuseAgents(app: FastifyInstance, { dispatch, cookies }: House): void {
  app.addHook('preHandler', async (request) => {
    if (forAgents.has(request.routeOptions.url ?? '') || !cookies.session(request)) return;
    const { places } = await dispatch(cookies.caller(request), 'session.state', {});
    if (isOnlyAgent(places)) throw new GatehouseError('inbox-only', {});
  });
}

/** Where somebody goes who has just signed in. */
export async function landing({ dispatch, base }: House, caller: Caller): Promise<string> {
  const { places } = await dispatch(caller, 'session.state', {});
  return isOnlyAgent(places) ? `${base}/inbox` : `${base}/`;
}

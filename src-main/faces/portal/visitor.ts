import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Place } from '#contract/session.ts';
import type { Caller } from '../../kernel/context.ts';
import type { House } from './house.ts';

/** Who is signed in, as far as all their pages need to know. */
export interface Visitor {
  readonly caller: Caller;
  readonly person: NonNullable<OutputOf<'session.state'>['person']>;
  readonly places: readonly Place[];
  /** The organization that the pages are about. */
  readonly current: Place | undefined;
  /** Unread notices in the inbox. */
  readonly unread: number;
}

type Page = (visitor: Visitor, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** What is open to somebody who has yet to set up the second factor that their organization demands. */
const open = /^\/(?:two-factor|profile|organizations)(?:\/|$)/;

/** A page for people who are signed in; everybody else is sent to the sign-in. */
export const forVisitors =
  (house: House, page: Page) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visitor = await visitorOf(house, request);
    if (!visitor) return reply.redirect(`${house.base}/sign-in`, 303);
    // pages about the account itself stay open: the way out of this leads through them
    if (visitor.current?.twoFactorNeeded && !open.test(request.routeOptions.url ?? ''))
      return reply.redirect(`${house.base}/two-factor`, 303);
    return page(visitor, request, reply);
  };

/** @throws GatehouseError `access-ended` for somebody whose only access was as a guest, and is over */
async function visitorOf({ dispatch, cookies }: House, request: FastifyRequest): Promise<Visitor | undefined> {
  const caller = cookies.caller(request);
  const { person, places } = await dispatch(caller, 'session.state', {});
  if (!person) return undefined;
  if (places.length === 0) {
    const { rows } = await dispatch(caller, 'profile.organizations', {});
    if (rows.length > 0) throw new GatehouseError('access-ended', { email: person.email });
  }
  const { unread } = await dispatch(caller, 'inbox.list', {});
  return { caller, person, places, current: currentPlace(places, cookies.organization.read(request)), unread };
}

/** The organization they switched to, while they belong there; else their own rather than one where they are a guest or agent. */
const currentPlace = (places: readonly Place[], chosen: number | undefined): Place | undefined =>
  places.find(({ id }) => id === chosen) ??
  places.find(({ kind }) => kind === 'user') ??
  places.find(({ kind }) => kind === 'guest') ??
  places[0];

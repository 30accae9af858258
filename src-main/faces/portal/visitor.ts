import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Place } from '#contract/session.ts';
import type { Caller } from '../../kernel/context.ts';
import type { House } from './house.ts';

/** Who is signed in, as every page of theirs needs to know it. */
export interface Visitor {
  readonly caller: Caller;
  readonly person: NonNullable<OutputOf<'session.state'>['person']>;
  readonly places: readonly Place[];
  /** The organization that the pages speak of. */
  readonly current: Place | undefined;
  /** Notices in the inbox. */
  readonly unread: number;
}

type Page = (visitor: Visitor, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Where somebody gets who has yet to set up the second factor that their organization demands. */
const open = /^\/(?:two-factor|profile|organizations)(?:\/|$)/;

/** A page for who is signed in; everybody else is sent to the sign-in. */
export const forVisitors =
  (house: House, page: Page) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const visitor = await visitorOf(house, request);
    if (!visitor) return reply.redirect(`${house.base}/sign-in`, 303);
    // what is about the account alone can be done all the same: the way out of it leads over it
    if (visitor.current?.twoFactorNeeded && !open.test(request.routeOptions.url ?? ''))
      return reply.redirect(`${house.base}/two-factor`, 303);
    return page(visitor, request, reply);
  };

/** @throws GatehouseError `access-ended` for whose only access was a guest's, and is over */
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

/** The organization that somebody switched to, while they belong there; else their own rather than one as a guest or agent. */
const currentPlace = (places: readonly Place[], chosen: number | undefined): Place | undefined =>
  places.find(({ id }) => id === chosen) ??
  places.find(({ kind }) => kind === 'user') ??
  places.find(({ kind }) => kind === 'guest') ??
  places[0];

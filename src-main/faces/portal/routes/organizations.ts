import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { notFound, sendPage } from '../failures.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import { leavePage } from '../pages/leave.ts';
import { organizationsPage } from '../pages/organizations.ts';
import { forVisitors, type Visitor } from '../visitor.ts';

/** The organizations a person belongs to: listing them, switching between them, and leaving one. */
export function serveOrganizations(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, cookies, base } = house;

  app.get(
    '/organizations',
    forVisitors(house, async (visitor, request, reply) => {
      const { rows } = await dispatch(visitor.caller, 'profile.organizations', {});
      const told = cookies.told.read(request);
      if (told) cookies.told.drop(reply);
      return sendPage(reply, organizationsPage(viewOf(request), visitor, rows, told));
    }),
  );

  app.post(
    '/organizations/switch',
    forVisitors(house, async ({ places }, request, reply) => {
      const place = places.find(({ id }) => String(id) === text(request.body, 'organizationId'));
      // the access ended after the form was loaded: the list says so
      if (!place) return reply.redirect(`${base}/organizations`, 303);
      cookies.organization.put(reply, place.id);
      return reply.redirect(`${base}/`, 303);
    }),
  );

  app.get(
    '/organizations/:id/leave',
    forVisitors(house, (visitor, request, reply) => ask(house, visitor, request, reply)),
  );

  app.post(
    '/organizations/:id/leave',
    forVisitors(house, async (visitor, request, reply) => {
      try {
        const { organization } = await dispatch(visitor.caller, 'profile.leave', { organizationId: named(request) });
        cookies.told.put(reply, { what: 'left', organization });
      } catch (error) {
        if (!(error instanceof GatehouseError)) throw error;
        if (error.code === 'last-owner') return ask(house, visitor, request, reply, 422);
        // already left, perhaps by a second click
        if (error.code !== 'not-a-member') throw error;
      }
      return reply.redirect(`${base}/organizations`, 303);
    }),
  );
}

async function ask(
  { dispatch, viewOf, base }: House,
  visitor: Visitor,
  request: FastifyRequest,
  reply: FastifyReply,
  status = 200,
): Promise<FastifyReply> {
  const { rows } = await dispatch(visitor.caller, 'profile.organizations', {});
  const row = rows.find(({ organizationId }) => organizationId === named(request));
  return row
    ? sendPage(reply, leavePage(viewOf(request), visitor, row), status)
    : reply.redirect(`${base}/organizations`, 303);
}

/** The id in the address; an address without one is answered as not found. */
function named(request: FastifyRequest): number {
  const { id } = request.params as { id: string };
  if (!/^[1-9]\d{0,14}$/.test(id)) throw notFound();
  return Number(id);
}

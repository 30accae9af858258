import type { FastifyInstance } from 'fastify';
import { sendPage } from '../failures.ts';
import type { House } from '../house.ts';
import { inboxPage } from '../pages/inbox.ts';
import { forVisitors } from '../visitor.ts';

/** The notices a person got about their access. Viewing changes nothing: only the button marks them as read. */
export function serveInbox(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, base } = house;
  app.get(
    '/inbox',
    forVisitors(house, async (visitor, request, reply) =>
      sendPage(reply, inboxPage(viewOf(request), visitor, await dispatch(visitor.caller, 'inbox.list', {}))),
    ),
  );

  app.post(
    '/inbox/read',
    forVisitors(house, async ({ caller }, _request, reply) => {
      await dispatch(caller, 'inbox.markRead', {});
      return reply.redirect(`${base}/inbox`, 303);
    }),
  );
}

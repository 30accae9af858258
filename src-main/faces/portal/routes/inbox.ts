import type { FastifyInstance } from 'fastify';
import { sendPage } from '../failures.ts';
import type { House } from '../house.ts';
import { inboxPage } from '../pages/inbox.ts';

/** What a person was told about their access. Reading changes nothing: only the button marks it as read. */
export function serveInbox(app: FastifyInstance, { dispatch, viewOf, cookies, base }: House): void {
  app.get('/inbox', async (request, reply) => {
    const caller = cookies.caller(request);
    const { person, places } = await dispatch(caller, 'session.state', {});
    if (!person) return reply.redirect(`${base}/sign-in`, 303);
    return sendPage(reply, inboxPage(viewOf(request), places, await dispatch(caller, 'inbox.list', {})));
  });

  app.post('/inbox/read', async (request, reply) => {
    const caller = cookies.caller(request);
    const { person } = await dispatch(caller, 'session.state', {});
    if (!person) return reply.redirect(`${base}/sign-in`, 303);
    await dispatch(caller, 'inbox.markRead', {});
    return reply.redirect(`${base}/inbox`, 303);
  });
}

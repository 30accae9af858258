import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf } from '#contract/messages/languages.ts';
import { text } from './form.ts';
import type { House } from './house.ts';

/** A path of ours: never another site, which `//host` and `/\\host` would be. */
const ours = /^\/(?![/\\])[\x21-\x7e]{0,1000}$/;

/**
 * Answers the form at the foot of every page, and leads back there. The choice is kept in the browser, and with the account
 * of whoever is signed in.
 */
export function changeLanguage(app: FastifyInstance, { dispatch, cookies, base }: House): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST') return;
    const language = languageOf(text(request.body, 'language'));
    if (!language) return;
    cookies.language.put(reply, language);
    const caller = cookies.caller(request);
    if (cookies.session(request) && (await dispatch(caller, 'session.state', {})).person)
      await dispatch(caller, 'profile.chooseLanguage', { language });
    return reply.redirect(`${base}${backOf(app, request)}`, 303);
  });
}

/** An answer to a form that was posted to another address cannot be opened again: from there it goes to the start. */
function backOf(app: FastifyInstance, { url, routeOptions }: FastifyRequest): string {
  const pattern = routeOptions.url;
  return ours.test(url) && (pattern === undefined || app.hasRoute({ method: 'GET', url: pattern })) ? url : '/';
}

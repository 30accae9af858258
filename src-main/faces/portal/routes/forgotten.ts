import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { sendPage } from '../failures.ts';
import { type Problems, problemsOf } from '../fields.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import { forgotPage, forgotSentPage, resetPage } from '../pages/forgotten.ts';

/** Longer than the work takes: no answer comes before this time, so that none reveals whether there is an account. */
const evenMilliseconds = 300;

interface Link {
  Params: { token: string };
}

/** The way back in after forgetting a password: a mail, its link, and a new password. */
export function serveForgotten(app: FastifyInstance, { dispatch, viewOf, cookies, base, limits }: House): void {
  // it makes no difference who is signed in
  const nobody = { face: 'portal', credentials: { kind: 'anonymous' } } as const;

  app.get('/forgot', async (request, reply) => sendPage(reply, forgotPage(viewOf(request), '')));

  app.post('/forgot', { config: { rateLimit: limits.signIn } }, async (request, reply) => {
    const view = viewOf(request);
    const email = text(request.body, 'email').trim().slice(0, 320);
    if (!email) {
      const problems = problemsOf(view.words, [{ path: ['email'], code: 'empty', message: '' }]);
      return sendPage(reply, forgotPage(view, email, problems), 422);
    }
    // where there is an account a mail is queued, which takes a moment longer
    await Promise.all([dispatch(nobody, 'session.forgotPassword', { email }), setTimeout(evenMilliseconds)]);
    return sendPage(reply, forgotSentPage(view));
  });

  const show = async (request: FastifyRequest<Link>, reply: FastifyReply, problems?: Problems) => {
    const { email } = await dispatch(nobody, 'session.openReset', { token: request.params.token });
    return sendPage(reply, resetPage(viewOf(request), email, problems), problems ? 422 : 200);
  };

  app.get<Link>('/reset/:token', (request, reply) => show(request, reply));

  app.post<Link>('/reset/:token', { config: { rateLimit: limits.accept } }, async (request, reply) => {
    const { words } = viewOf(request);
    const password = text(request.body, 'password');
    if (password !== text(request.body, 'passwordAgain'))
      return show(
        request,
        reply,
        problemsOf(words, [{ path: ['passwordAgain'], code: 'differs', message: 'differs' }]),
      );
    try {
      await dispatch(nobody, 'session.resetPassword', { token: request.params.token, password });
    } catch (error) {
      if (!(error instanceof GatehouseError)) throw error;
      if (error.code === 'invalid-input') return show(request, reply, problemsOf(words, error.issues));
      if (error.code === 'password-common')
        return show(request, reply, { fields: { password: wordError(words, error) } });
      throw error;
    }
    cookies.told.put(reply, { what: 'reset' });
    return reply.redirect(`${base}/sign-in`, 303);
  });
}

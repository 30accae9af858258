import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError, type Issue } from '#contract/errors.ts';
import { guessNames } from '#contract/guess-names.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import { sendPage } from '../failures.ts';
import { type Problems, problemsOf } from '../fields.ts';
import { readAbout, text, typedIn } from '../form.ts';
import type { House } from '../house.ts';
import type { ProfileContent } from '../pages/profile.ts';
import { forVisitors, type Visitor } from '../visitor.ts';

/** A person's own details, their password, and ending all their sessions. */
export function serveProfile(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, cookies, base, limits } = house;

  const show = async (
    visitor: Visitor,
    request: FastifyRequest,
    reply: FastifyReply,
    wrong: Pick<ProfileContent, 'about' | 'password'> = {},
  ) => {
    const profile = await dispatch(visitor.caller, 'profile.get', {});
    // the list of countries brings their numbering plans
    const [{ typedPhone }, { profilePage }] = await Promise.all([
      import('../countries.ts'),
      import('../pages/profile.ts'),
    ]);
    const kept = { ...guessNames(profile), ...typedPhone(profile.phone) };
    const typed = wrong.about ? typedIn(request.body) : kept;
    const told = cookies.told.read(request);
    if (told) cookies.told.drop(reply);
    const refused = Boolean(wrong.about ?? wrong.password);
    const content = { profile, typed, ...wrong, ...(refused ? {} : { told }) };
    return sendPage(reply, profilePage(viewOf(request), visitor, content), refused ? 422 : 200);
  };

  app.get(
    '/profile',
    forVisitors(house, (visitor, request, reply) => show(visitor, request, reply)),
  );

  app.post(
    '/profile',
    forVisitors(house, async (visitor, request, reply) => {
      try {
        await dispatch(visitor.caller, 'profile.update', readAbout(request.body));
      } catch (error) {
        return show(visitor, request, reply, { about: problemsFrom(viewOf(request).words, error) });
      }
      cookies.told.put(reply, { what: 'saved' });
      return reply.redirect(`${base}/profile`, 303);
    }),
  );

  app.post(
    '/profile/password',
    { config: { rateLimit: limits.signIn } },
    forVisitors(house, async (visitor, request, reply) => {
      const { words } = viewOf(request);
      const current = text(request.body, 'current');
      const next = text(request.body, 'next');
      const problem = (field: string, code: string): Issue => ({ path: [field], code, message: code });
      const issues = [
        ...(current ? [] : [problem('current', 'empty')]),
        ...(next === text(request.body, 'nextAgain') ? [] : [problem('nextAgain', 'differs')]),
      ];
      if (issues.length > 0) return show(visitor, request, reply, { password: problemsOf(words, issues) });
      try {
        await dispatch(visitor.caller, 'profile.changePassword', { current, next });
      } catch (error) {
        return show(visitor, request, reply, { password: problemsFrom(words, error) });
      }
      cookies.told.put(reply, { what: 'password' });
      return reply.redirect(`${base}/profile`, 303);
    }),
  );

  app.post(
    '/profile/sign-out-everywhere',
    forVisitors(house, async ({ caller }, _request, reply) => {
      await dispatch(caller, 'profile.signOutEverywhere', {});
      cookies.endSession(reply);
      cookies.organization.drop(reply);
      cookies.told.put(reply, { what: 'signed-out' });
      return reply.redirect(`${base}/sign-in`, 303);
    }),
  );
}

/** What the person can correct on the form itself; anything else is thrown again. */
function problemsFrom(words: Messages, error: unknown): Problems {
  if (!(error instanceof GatehouseError)) throw error;
  switch (error.code) {
    case 'invalid-input':
      return problemsOf(words, error.issues);
    case 'wrong-credentials':
      return { fields: { current: words.profile.password.wrong } };
    case 'too-many-guesses':
      return { fields: { current: wordError(words, error) } };
    case 'password-common':
      return { fields: { next: wordError(words, error) } };
    default:
      throw error;
  }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import type { Caller } from '../../../kernel/context.ts';
import { landing } from '../agents.ts';
import { sendPage } from '../failures.ts';
import { hasProblems, type Problems, problemsOf } from '../fields.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import type { View } from '../page.ts';
import { homePage } from '../pages/home.ts';
import { signInPage } from '../pages/sign-in.ts';
import { forVisitors } from '../visitor.ts';

/** Signing in, saying who one is, signing out. */
export function serveSessions(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, cookies, base } = house;
  const who = (request: FastifyRequest) => dispatch(cookies.caller(request), 'session.state', {});

  app.get(
    '/',
    forVisitors(house, async (visitor, request, reply) => sendPage(reply, homePage(viewOf(request), visitor))),
  );

  app.get('/sign-in', async (request, reply) => {
    const joined = cookies.joined.read(request);
    if (!joined && (await who(request)).person)
      return reply.redirect(await landing(house, cookies.caller(request)), 303);
    const told = cookies.told.read(request);
    if (told) cookies.told.drop(reply);
    return sendPage(reply, signInPage(viewOf(request), { email: joined?.email ?? '', joined, told }));
  });

  app.post('/sign-in', { config: { rateLimit: house.limits.signIn } }, async (request, reply) => {
    const view = viewOf(request);
    const email = text(request.body, 'email').trim().slice(0, 320);
    const password = text(request.body, 'password');
    const refuse = (problems: Problems) =>
      sendPage(reply, signInPage(view, { email, problems, joined: cookies.joined.read(request) }), 422);
    const problems = problemsOf(view.words, [
      ...(email ? [] : [{ path: ['email'], code: 'empty', message: '' }]),
      ...(password ? [] : [{ path: ['password'], code: 'empty', message: '' }]),
    ]);
    if (hasProblems(problems)) return refuse(problems);
    let caller: Caller;
    try {
      caller = await openSession(house, request, reply, email, password);
    } catch (error) {
      return refuse({ fields: {}, form: whyNot(view, error) });
    }
    cookies.joined.drop(reply);
    return reply.redirect(await landing(house, caller), 303);
  });

  app.post('/sign-out', async (request, reply) => {
    await endSession(house, request);
    cookies.endSession(reply);
    cookies.organization.drop(reply);
    return reply.redirect(`${base}/sign-in`, 303);
  });
}

/**
 * Begins a session under a fresh token and ends the one that the browser came with.
 * @returns who calls from now on
 * @throws GatehouseError `wrong-credentials`
 */
export async function openSession(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  password: string,
): Promise<Caller> {
  const nobody = { face: 'portal', credentials: { kind: 'anonymous' } } as const;
  const { token } = await house.dispatch(nobody, 'session.signIn', { email, password });
  await endSession(house, request);
  house.cookies.keepSession(reply, token);
  return { face: 'portal', credentials: { kind: 'session', token } };
}

/** What the form says to whoever was refused. @throws what is not about the password */
function whyNot({ words }: View, error: unknown): string {
  if (error instanceof GatehouseError) {
    if (error.code === 'too-many-guesses') return wordError(words, error);
    if (error.code === 'wrong-credentials' || error.code === 'invalid-input') return words.portal.signIn.wrong;
  }
  throw error;
}

async function endSession({ dispatch, cookies }: House, request: FastifyRequest): Promise<void> {
  if (cookies.session(request)) await dispatch(cookies.caller(request), 'session.signOut', {});
}

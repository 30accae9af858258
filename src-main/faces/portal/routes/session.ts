import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { landing } from '../agents.ts';
import { sendPage } from '../failures.ts';
import { hasProblems, type Problems, problemsOf } from '../fields.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import type { View } from '../page.ts';
import { codePage } from '../pages/code.ts';
import { homePage } from '../pages/home.ts';
import { signInPage } from '../pages/sign-in.ts';
import { forVisitors } from '../visitor.ts';

/** Signing in, the home page, and signing out. */
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
    let next: string;
    try {
      next = await openSession(house, request, reply, email, password);
    } catch (error) {
      return refuse({ fields: {}, form: whyNot(view, error) });
    }
    cookies.joined.drop(reply);
    return reply.redirect(next, 303);
  });

  app.get('/sign-in/code', async (request, reply) =>
    cookies.attempt.read(request) === undefined
      ? reply.redirect(`${base}/sign-in`, 303)
      : sendPage(reply, codePage(viewOf(request))),
  );

  app.post('/sign-in/code', { config: { rateLimit: house.limits.signIn } }, async (request, reply) => {
    const view = viewOf(request);
    const refuse = (fields: Problems['fields']) => sendPage(reply, codePage(view, { fields }), 422);
    const code = text(request.body, 'code').trim();
    const { fields } = problemsOf(view.words, code ? [] : [{ path: ['code'], code: 'empty', message: '' }]);
    if (fields.code) return refuse(fields);
    try {
      const attempt = cookies.attempt.read(request) ?? '';
      const { token } = await dispatch(nobody, 'session.giveCode', { attempt, code });
      cookies.attempt.drop(reply);
      return reply.redirect(await keep(house, request, reply, token), 303);
    } catch (error) {
      if (!(error instanceof GatehouseError)) throw error;
      if (error.code === 'attempt-over') {
        cookies.attempt.drop(reply);
        const problems = { fields: {}, form: wordError(view.words, error) };
        return sendPage(reply, signInPage(view, { email: '', problems }), 422);
      }
      if (['wrong-code', 'too-many-guesses', 'invalid-input'].includes(error.code))
        return refuse({ code: wordError(view.words, error.code === 'invalid-input' ? wrongCode : error) });
      throw error;
    }
  });

  app.post('/sign-out', async (request, reply) => {
    await endSession(house, request);
    cookies.endSession(reply);
    cookies.organization.drop(reply);
    return reply.redirect(`${base}/sign-in`, 303);
  });
}

const nobody = { face: 'portal', credentials: { kind: 'anonymous' } } as const;
/** The answer to anything too long to be a code. */
const wrongCode = new GatehouseError('wrong-code', {});

/**
 * Begins a session with a password, or waits for the code that the account also needs.
 * @returns where to go from here
 * @throws GatehouseError `wrong-credentials`
 */
export async function openSession(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  password: string,
): Promise<string> {
  const { step, token } = await house.dispatch(nobody, 'session.signIn', { email, password });
  if (step === 'done') return keep(house, request, reply, token);
  house.cookies.attempt.put(reply, token);
  return `${house.base}/sign-in/code`;
}

/** Continues with a fresh token, and ends the session that the browser came with. */
async function keep(house: House, request: FastifyRequest, reply: FastifyReply, token: string): Promise<string> {
  await endSession(house, request);
  house.cookies.keepSession(reply, token);
  return landing(house, { face: 'portal', credentials: { kind: 'session', token } });
}

/** What the form says after a refusal. @throws what is not about the password */
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

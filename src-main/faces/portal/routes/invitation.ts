import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError, type Issue } from '#contract/errors.ts';
import { guessNames } from '#contract/guess-names.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Messages } from '#contract/messages/index.ts';
import { wordError } from '#contract/messages/word.ts';
import type { Typed } from '../about.ts';
import { landing } from '../agents.ts';
import { sendPage } from '../failures.ts';
import { type Problems, problemsOf } from '../fields.ts';
import { type AcceptInput, readAcceptance, typedIn } from '../form.ts';
import type { House } from '../house.ts';
import { hintedCountry } from '../language.ts';
import type { Invitation } from '../pages/join.ts';
import { openSession } from './session.ts';

interface Link {
  Params: { token: string };
}

/** Where a link lands. Reading changes nothing, however often it happens; only a post accepts. */
export function serveInvitations(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, cookies } = house;

  const show = async (request: FastifyRequest<Link>, reply: FastifyReply, problems?: Problems) => {
    const invitation = await dispatch(cookies.caller(request), 'invitations.open', { token: request.params.token });
    const { person } = cookies.session(request)
      ? await dispatch(cookies.caller(request), 'session.state', {})
      : { person: undefined };
    const typed = problems ? typedIn(request.body) : await guess(request, invitation);
    const { joinPage } = await import('../pages/join.ts'); // its list of countries brings their numbering plans
    return sendPage(
      reply,
      joinPage(viewOf(request), { invitation, typed, person, ...(problems ? { problems } : {}) }),
      problems ? 422 : 200,
    );
  };

  app.get<Link>('/i/:token', (request, reply) => show(request, reply));

  app.post<Link>('/i/:token', { config: { rateLimit: house.limits.accept } }, async (request, reply) => {
    const { words, lang } = viewOf(request);
    const { input, issues } = readAcceptance(request.params.token, request.body, lang);
    if (issues.length > 0) return show(request, reply, problemsOf(words, issues));
    try {
      const accepted = await dispatch(cookies.caller(request), 'invitations.accept', input);
      return await welcome(house, request, reply, input, accepted);
    } catch (error) {
      const problems = error instanceof GatehouseError && problemsFrom(words, error);
      if (problems) return show(request, reply, problems);
      throw error;
    }
  });
}

/** A fresh account is signed in to with its new password; whoever just entered theirs, or is signed in, goes home. */
async function welcome(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  { account }: AcceptInput,
  { email, organization, leftOut }: OutputOf<'invitations.accept'>,
): Promise<FastifyReply> {
  if (account.kind !== 'new') {
    const next =
      account.kind === 'existing'
        ? await openSession(house, request, reply, email, account.password)
        : await landing(house, house.cookies.caller(request));
    return reply.redirect(next, 303);
  }
  house.cookies.joined.put(reply, { email, organization: organization.name, look: organization.look, leftOut });
  return reply.redirect(`${house.base}/sign-in`, 303);
}

/** Errors that the person can do something about on the form itself. */
function problemsFrom(words: Messages, error: GatehouseError): Problems | undefined {
  const issue = (field: string, code: string): Issue => ({ path: [field], code, message: words.portal.signIn.wrong });
  switch (error.code) {
    case 'invalid-input':
      return problemsOf(words, error.issues);
    case 'password-common':
      return { fields: { password: wordError(words, error) } };
    case 'wrong-credentials':
      return problemsOf(words, [issue('password', error.code)]);
    case 'too-many-guesses':
    case 'account-exists':
    case 'account-other':
    case 'domain-refused':
    case 'not-signed-in':
      return { fields: {}, form: wordError(words, error) };
    default:
      return undefined;
  }
}

/** What the form starts with: what the inviter entered, else the country of the browser's language. */
async function guess(request: FastifyRequest, invitation: Invitation): Promise<Typed> {
  const { typedPhone } = await import('../countries.ts');
  const { phone, country } = typedPhone(invitation.phone);
  return {
    ...guessNames(invitation),
    phone,
    country: country || (hintedCountry(request.headers['accept-language']) ?? ''),
  };
}

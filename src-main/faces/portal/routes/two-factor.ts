import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatehouseError } from '#contract/errors.ts';
import { wordError } from '#contract/messages/word.ts';
import { sendPage } from '../failures.ts';
import { type Problems, problemsOf } from '../fields.ts';
import { text } from '../form.ts';
import type { House } from '../house.ts';
import type { View } from '../page.ts';
import { codesPage, passwordPage, proofPage, scanPage } from '../pages/two-factor.ts';
import { forVisitors, type Visitor } from '../visitor.ts';

/** Setting the second factor up without a script, new recovery codes, and turning it off. */
export function serveTwoFactor(app: FastifyInstance, house: House): void {
  const { dispatch, viewOf, base, limits } = house;

  const show = async (visitor: Visitor, request: FastifyRequest, reply: FastifyReply, problems?: Problems) => {
    const state = await dispatch(visitor.caller, 'twofactor.state', {});
    const view = viewOf(request);
    const page = state.on ? proofPage(view, visitor, state, problems) : passwordPage(view, visitor, problems);
    return sendPage(reply, page, problems ? 422 : 200);
  };
  const guarded = { config: { rateLimit: limits.signIn } };

  app.get(
    '/two-factor',
    forVisitors(house, (visitor, request, reply) => show(visitor, request, reply)),
  );

  app.post(
    '/two-factor/begin',
    guarded,
    forVisitors(house, async (visitor, request, reply) => {
      try {
        const begun = await dispatch(visitor.caller, 'twofactor.begin', { password: text(request.body, 'password') });
        return sendPage(reply, scanPage(viewOf(request), visitor, begun));
      } catch (error) {
        return show(visitor, request, reply, problemsFrom(viewOf(request), error));
      }
    }),
  );

  app.post(
    '/two-factor/confirm',
    guarded,
    forVisitors(house, async (visitor, request, reply) => {
      const view = viewOf(request);
      try {
        const code = text(request.body, 'code').slice(0, 60);
        const { recoveryCodes } = await dispatch(visitor.caller, 'twofactor.confirm', { code });
        return sendPage(reply, codesPage(view, visitor, recoveryCodes));
      } catch (error) {
        // no answer holds the secret twice: either the app has it, or they start again
        return sendPage(reply, scanPage(view, visitor, undefined, problemsFrom(view, error)), 422);
      }
    }),
  );

  const withProof = (path: string, deed: (visitor: Visitor, proof: Proof) => Promise<readonly string[] | undefined>) =>
    app.post(
      path,
      guarded,
      forVisitors(house, async (visitor, request, reply) => {
        const view = viewOf(request);
        const proof = { password: text(request.body, 'password'), code: text(request.body, 'code').slice(0, 60) };
        try {
          const codes = await deed(visitor, proof);
          return codes ? sendPage(reply, codesPage(view, visitor, codes)) : reply.redirect(`${base}/two-factor`, 303);
        } catch (error) {
          return show(visitor, request, reply, problemsFrom(view, error));
        }
      }),
    );

  withProof(
    '/two-factor/codes',
    async ({ caller }, proof) => (await dispatch(caller, 'twofactor.renewCodes', proof)).recoveryCodes,
  );
  withProof('/two-factor/off', async ({ caller }, proof) => {
    await dispatch(caller, 'twofactor.turnOff', proof);
    return undefined;
  });
}

interface Proof {
  readonly password: string;
  readonly code: string;
}

/** What the person can correct on the form itself; anything else is thrown again. */
function problemsFrom({ words }: View, error: unknown): Problems {
  if (!(error instanceof GatehouseError)) throw error;
  switch (error.code) {
    case 'invalid-input':
      return problemsOf(words, error.issues);
    case 'wrong-credentials':
      return { fields: { password: words.profile.password.wrong } };
    case 'wrong-code':
      return { fields: { code: wordError(words, error) } };
    case 'too-many-guesses':
    case 'two-factor-on':
    case 'two-factor-off':
      return { fields: {}, form: wordError(words, error) };
    default:
      throw error;
  }
}

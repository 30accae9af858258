import type { Messages } from '#contract/messages/index.ts';
import type { Core } from '../../core.ts';
import type { Command } from './arguments.ts';
import { secretOf } from './ask.ts';
import { dropTokens, keepToken } from './kept-sessions.ts';
import { callerWith, withCore } from './with-core.ts';

/**
 * Signs an operator in for some hours, with a code where their account needs one.
 * @throws GatehouseError what `session.signIn` and `session.giveCode` answer with, `usage`, `no-workspace`
 */
export function signIn(messages: Messages, command: Extract<Command, { name: 'sign-in' }>): Promise<{ email: string }> {
  const { cli } = messages;
  const { as: email } = command;
  return withCore(messages, command, async (core, folder) => {
    const nobody = callerWith({ kind: 'anonymous' });
    const password = await secretOf({
      variable: 'GATEHOUSE_PASSWORD',
      file: command.passwordFile,
      question: cli.signIn.password(email),
      missing: 'password-missing',
    });
    const first = await core.dispatch(nobody, 'session.signIn', { email, password });
    let { token } = first;
    if (first.step === 'code') {
      const question = cli.signIn.code;
      const code = await secretOf({ variable: 'GATEHOUSE_CODE', question, missing: 'code-missing' });
      token = (await core.dispatch(nobody, 'session.giveCode', { attempt: token, code })).token;
    }
    const ended = dropTokens(folder, email);
    keepToken(folder, email, token);
    for (const old of ended) await endSession(core, old);
    return { email };
  });
}

const endSession = (core: Core, token: string) =>
  core.dispatch(callerWith({ kind: 'session', token }), 'session.signOut', {});

/** Ends the session of one operator on the command line, or of all who are signed in here. @throws GatehouseError `no-workspace` */
export const signOut = (
  messages: Messages,
  command: Extract<Command, { name: 'sign-out' }>,
): Promise<{ signedOut: number }> =>
  withCore(messages, command, async (core, folder) => {
    const tokens = dropTokens(folder, command.as);
    for (const token of tokens) await endSession(core, token);
    return { signedOut: tokens.length };
  });

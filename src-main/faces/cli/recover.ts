import type { OutputOf } from '#contract/index.ts';
import type { Messages } from '#contract/messages/index.ts';
import type { Command } from './arguments.ts';
import { secretOf } from './ask.ts';
import { dropTokens } from './kept-sessions.ts';
import { callerWith, withCore } from './with-core.ts';

/**
 * Sets an owner's forgotten password with their recovery code; the next code is in the answer.
 * @throws GatehouseError what `recovery.recover` answers with, `usage`, `no-workspace`
 */
export function recover(
  messages: Messages,
  command: Extract<Command, { name: 'recover' }>,
): Promise<OutputOf<'recovery.recover'>> {
  const { as: email, passwordFile: file } = command;
  const { recover: say } = messages.cli;
  return withCore(messages, command, async (core, folder) => {
    const question = say.code(email);
    const code = await secretOf({ variable: 'GATEHOUSE_RECOVERY_CODE', question, missing: 'code-missing' });
    const password = await secretOf({
      variable: 'GATEHOUSE_NEW_PASSWORD',
      file,
      question: say.password,
      again: { question: say.again, differ: say.differ },
      missing: 'password-missing',
    });
    const input = { email, code, password };
    const answer = await core.dispatch(callerWith({ kind: 'anonymous' }), 'recovery.recover', input);
    dropTokens(folder, email);
    return answer;
  });
}

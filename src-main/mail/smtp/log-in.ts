import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { TokenSource } from '../../kernel/access-tokens.ts';
import { SmtpFailure } from './failure.ts';
import { formsOf, xoauth2 } from './hide-secrets.ts';
import type { Replies } from './replies.ts';
import type { MailServer } from './server.ts';

/** Waits for one thing from the connection, and no longer than the connection lasts. */
export type Step = <T>(bodyLeft: () => boolean, run: (done: (error: unknown, value?: T) => void) => void) => Promise<T>;

export interface LogIn {
  readonly connection: SMTPConnection;
  readonly server: MailServer;
  readonly step: Step;
  readonly replies: Replies;
  /** Removes these from whatever the server says from now on. */
  readonly conceal: (forms: readonly string[]) => void;
}

const never = () => false;

/** Logs in to the server in the way that the settings say. @throws SmtpFailure */
export async function logIn({ connection, server, step, replies, conceal }: LogIn): Promise<void> {
  const { login, password, accessToken } = server;
  if (login === '') return;
  const lacks = (code: string) => new SmtpFailure('', { stage: 'login', command: 'AUTH', code });
  if (!connection.allowsAuth) throw lacks('NO-AUTH');
  if (accessToken) {
    if (!replies.offersLogin('XOAUTH2')) throw lacks('NO-XOAUTH2');
    return logInByToken(accessToken, { connection, server, step, replies, conceal });
  }
  if (password === '') throw lacks('NO-PASSWORD');
  // servers quote what they refuse
  conceal(formsOf(login, password));
  await step<boolean | undefined>(never, (done) =>
    connection.login({ credentials: { user: login, pass: password } }, done),
  );
}

/** Whether the server rejects this token; codes such as 454 are temporary. */
const isRefusal = (error: unknown): boolean =>
  error instanceof SmtpFailure && error.facts.replyCode !== undefined && error.facts.replyCode >= 500;

/** A stored token may have been withdrawn early: then another one is tried, once. */
async function logInByToken(source: TokenSource, { connection, server, step, replies, conceal }: LogIn): Promise<void> {
  const get = (refused?: string) =>
    step<Awaited<ReturnType<TokenSource>>>(never, (done) => source(refused).then((token) => done(null, token), done));
  const attempt = (token: string) => {
    conceal(formsOf(server.login, token));
    return step<boolean | undefined>(never, (done) =>
      connection.login(
        {
          user: server.login,
          // the library asks for a token, and after a challenge that gives the reason (RFC 7628, 3.2.3) for another one
          oauth2: {
            getToken: (again: boolean, take: (error: unknown, token?: string) => void) =>
              again ? take(replies.refusal()) : take(null, token),
            buildXOAuth2Token: (used: string) => xoauth2(server.login, used),
          },
        } as unknown as Parameters<SMTPConnection['login']>[0],
        (error) => done(error && replies.explained(error)),
      ),
    );
  };
  const first = await get();
  try {
    await attempt(first.token);
  } catch (error) {
    if (first.fresh || !isRefusal(error)) throw error;
    const second = await get(first.token);
    await attempt(second.token);
  }
}

import type { ParsedOf } from '#contract/index.ts';
import type { HandlersOf, Services } from '../../kernel/context.ts';
import { testLetter } from '../../mail/letter/test-letter.ts';
import { loadSettings, saveSettings, shownSettings } from '../../mail/settings.ts';
import { testConnection } from '../../mail/test-connection.ts';
import { type Account, chooseAccount } from './account.ts';

export const handlers = {
  async settings({ db }, { organizationId }) {
    const stored = await loadSettings(db, organizationId);
    return { settings: stored ? shownSettings(stored) : null, pause: stored?.pause ?? null };
  },
  async save(ctx, input) {
    const stored = await loadSettings(ctx.db, input.organizationId);
    const account = chooseAccount(input, stored, ctx, 'mail.save');
    const perMinute = input.perMinute === undefined ? (stored?.perMinute ?? null) : input.perMinute;
    const password = account.auth === 'password' ? account.password : '';
    const login = account.auth === 'none' ? '' : input.login;
    await saveSettings(
      ctx.db,
      input.organizationId,
      {
        ...serverFields(input),
        login,
        passwordSealed: password === '' ? null : ctx.keys.seal(password),
        oauth: account.auth === 'oauth2' ? account.stored : null,
        perMinute,
      },
      ctx.now,
    );
    const { host, port, security, sender, replyTo, acceptAnyCertificate } = input;
    ctx.note({
      target: host,
      detail: {
        port,
        security,
        auth: account.auth,
        login,
        sender,
        replyTo,
        acceptAnyCertificate,
        perMinute,
        passwordChanged: input.password !== undefined,
        ...oauthDetail(account, input),
      },
    });
    return {};
  },
  async test({ db, keys, tokens, now }, input) {
    const stored = await loadSettings(db, input.organizationId);
    const account = chooseAccount(input, stored, { keys, tokens }, 'mail.test');
    const { host, port, security, acceptAnyCertificate, senderName, sender, replyTo, to } = input;
    const login = account.auth === 'none' ? '' : input.login;
    const password = account.auth === 'password' ? account.password : '';
    const accessToken = sourceOf(account, input.organizationId, tokens);
    const server = { host, port, security, login, password, accessToken, acceptAnyCertificate };
    if (to === undefined) return testConnection(server);
    const { name: organization, language } = await db
      .selectFrom('organization')
      .select(['name', 'language'])
      .where('id', '=', input.organizationId)
      .executeTakeFirstOrThrow();
    return testConnection(server, testLetter({ organization, language, senderName, sender, replyTo, to }, now));
  },
} satisfies HandlersOf<'mail'>;

/** A test always requests a new token: it is to find out whether the endpoint still gives one. */
function sourceOf(account: Account, organizationId: number, tokens: Services['tokens']) {
  if (account.auth !== 'oauth2') return undefined;
  const { client, typedToken, stored } = account;
  return typedToken === null
    ? tokens.ofStored(organizationId, client, stored.grantId, { anew: true })
    : tokens.ofTyped(organizationId, client, typedToken);
}

function oauthDetail(account: Account, { oauth }: ParsedOf<'mail.save'>) {
  if (account.auth !== 'oauth2') return {};
  const { provider, endpoint, clientId, scope } = account.stored;
  return {
    oauth: { provider, endpoint, clientId, scope },
    refreshTokenChanged: account.typedToken !== null,
    clientSecretChanged: oauth?.clientSecret !== undefined,
  };
}

const serverFields = (input: ParsedOf<'mail.save'>) => {
  const { host, port, security, senderName, sender, replyTo, acceptAnyCertificate } = input;
  return { host, port, security, senderName, sender, replyTo, acceptAnyCertificate };
};

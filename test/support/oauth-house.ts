import { onTestFinished } from 'vitest';
import type { InputOf } from '#contract/index.ts';
import { selfSigned } from './certificates.ts';
import { mailHouse, settingsFor } from './mail.ts';
import { startSink } from './smtp-sink.ts';
import { json, openTokenEndpoint } from './token-endpoint.ts';
import { freshWorkspace } from './workspace.ts';

/** Texts that must not turn up anywhere. */
export const canaries = {
  clientSecret: 'canary+client/secret~of=four words',
  refreshToken: 'canary.refresh-token.first',
  rotated: 'canary.refresh-token.second',
  accessToken: 'canary.access-token.number-',
};

/** A mail server that only accepts tokens, a token endpoint that issues them, and an organization that uses both. */
export async function oauthHouse() {
  /** Tokens that the mail server accepts. */
  const valid = new Set<string>();
  const logins: { user: string | undefined; token: string | undefined }[] = [];
  let issued = 0;
  /** Issues a new valid token. */
  const grant = (more: object = {}) => {
    issued += 1;
    const token = `${canaries.accessToken}${issued}`;
    valid.add(token);
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, ...more });
  };
  const endpoint = await openTokenEndpoint((response, form) => grant()(response, form));
  onTestFinished(endpoint.leave);
  const sink = await startSink({
    ...selfSigned(),
    authOptional: false,
    authMethods: ['XOAUTH2'],
    onAuth({ username, accessToken }, _session, done) {
      logins.push({ user: username, token: accessToken });
      if (accessToken !== undefined && valid.has(accessToken)) return done(null, { user: username });
      // as Google does: a challenge with the reason, then the refusal
      done(null, { data: { status: '401', schemes: 'bearer', scope: 'https://mail.example.com/' } });
    },
  });
  const house = mailHouse(await freshWorkspace());
  const oauth = (more: object = {}): NonNullable<InputOf<'mail.save'>['oauth']> => ({
    provider: 'other',
    endpoint: endpoint.url,
    clientId: 'gatehouse-client',
    clientSecret: canaries.clientSecret,
    refreshToken: canaries.refreshToken,
    scope: 'https://mail.example.com/ offline_access',
    ...more,
  });
  const settings = (more: object = {}) =>
    settingsFor(sink.port, {
      security: 'starttls',
      acceptAnyCertificate: true,
      login: 'it@example.com',
      auth: 'oauth2',
      oauth: oauth(),
      ...more,
    });
  const storedToken = async () => {
    const row = await house.core.store.read.selectFrom('mail_oauth').selectAll().executeTakeFirstOrThrow();
    return house.core.keys.unseal(row.refresh_token_sealed);
  };
  return { ...house, endpoint, sink, valid, logins, grant, oauth, settings, storedToken };
}

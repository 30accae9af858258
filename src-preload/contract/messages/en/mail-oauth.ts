import type { OauthProvider } from '../../vocabulary/mail-oauth.ts';

const providers: Readonly<Record<OauthProvider, string>> = {
  microsoft: 'Microsoft 365',
  google: 'Google',
  other: 'Other',
};
/** Where client id and refresh token come from. */
const hints: Readonly<Record<OauthProvider, string>> = {
  microsoft:
    'Register an application in the Microsoft Entra admin center and give it the delegated permission SMTP.Send. Its overview shows the client id. Sign in to it once as the sender to get the refresh token. An application of one tenant only has the tenant’s id in the endpoint, in the place of “organizations”. Authenticated SMTP must be on for the mailbox.',
  google:
    'Create an OAuth client in the Google Cloud console: it shows client id and client secret. Sign in to it once as the sender, with the scope below and offline access, to get the refresh token.',
  other:
    'The provider’s instructions for OAuth 2 and SMTP name the token endpoint, the scope, and how to get client id and refresh token.',
};

export const oauthSettings = {
  provider: 'Provider',
  providers,
  hints,
  login: 'Mailbox to sign in as',
  endpoint: 'Token endpoint',
  endpointHint: 'The only place that client secret and refresh token are sent to.',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  clientSecretHint: 'Empty when the client has none.',
  refreshToken: 'Refresh token',
  refreshTokenHint: 'Kept sealed, and replaced by itself when the endpoint hands out a new one.',
  scope: 'Scope',
  scopeHint: 'With spaces between several.',
};

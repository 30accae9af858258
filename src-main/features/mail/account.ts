import { randomUUID } from 'node:crypto';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { MailAuth } from '#contract/vocabulary/mail.ts';
import type { OauthClient } from '../../kernel/access-tokens.ts';
import type { Services } from '../../kernel/context.ts';
import type { StoredOauth, StoredSettings } from '../../mail/settings.ts';

export type Typed = Pick<ParsedOf<'mail.save'>, 'organizationId' | 'host' | 'login' | 'auth' | 'password' | 'oauth'>;

/** How we log in to the mail server; the secrets are those typed, else those stored for the same server. */
export type Account =
  | { readonly auth: 'none' }
  | { readonly auth: 'password'; readonly password: string }
  | ({ readonly auth: 'oauth2' } & OauthAccount);

interface OauthAccount {
  readonly stored: StoredOauth;
  readonly client: OauthClient;
  /** Null: the stored one. */
  readonly typedToken: string | null;
}

const refuse = (operation: string, path: string[], code: string) =>
  new GatehouseError('invalid-input', { name: operation }, [{ path, code, message: code }]);

const authOf = ({ auth, login, oauth }: Typed): MailAuth =>
  auth ?? (oauth ? 'oauth2' : login === '' ? 'none' : 'password');

/**
 * @throws GatehouseError `invalid-input` on a field that is missing, or whose stored secret was typed for another server
 */
export function chooseAccount(
  typed: Typed,
  stored: StoredSettings | undefined,
  services: Pick<Services, 'keys' | 'tokens'>,
  operation: string,
): Account {
  const auth = authOf(typed);
  if (auth === 'none') return { auth };
  if (typed.login === '') throw refuse(operation, ['login'], 'empty');
  if (auth === 'password') return { auth, password: choosePassword(typed, stored, services, operation) };
  if (/\p{Cc}/u.test(typed.login)) throw refuse(operation, ['login'], 'control-character');
  return { auth, ...chooseOauth(typed, stored, services, operation) };
}

/**
 * Stored secrets go only to the host that they were typed for: somebody who may change settings must not be able to read
 * them by naming a server of their own.
 */
const sameHost = (typed: Typed, stored: StoredSettings) => stored.host.toLowerCase() === typed.host.toLowerCase();

function choosePassword(
  typed: Typed,
  stored: StoredSettings | undefined,
  { keys }: Pick<Services, 'keys'>,
  operation: string,
): string {
  const again = () => refuse(operation, ['password'], 'password-needed');
  if (typed.password !== undefined) return typed.password;
  if (!stored || stored.passwordSealed === null) return '';
  if (!sameHost(typed, stored)) throw again();
  try {
    return keys.unseal(stored.passwordSealed);
  } catch {
    throw again();
  }
}

/** The refresh token is bound to both: the endpoint gets it, and the mail server gets the access token it yields. */
function chooseOauth(
  typed: Typed,
  stored: StoredSettings | undefined,
  { keys, tokens }: Pick<Services, 'keys' | 'tokens'>,
  operation: string,
): OauthAccount {
  if (!typed.oauth) throw refuse(operation, ['oauth', 'clientId'], 'empty');
  const { provider, endpoint, clientId, scope, refreshToken = '', clientSecret: typedSecret } = typed.oauth;
  const old =
    stored?.oauth && new URL(stored.oauth.endpoint).origin === new URL(endpoint).origin ? stored.oauth : undefined;
  const oldSecret = old?.clientId === clientId ? old.clientSecretSealed : null;
  const needed = () => refuse(operation, ['oauth', 'refreshToken'], 'refresh-token-needed');
  const clientSecret = typedSecret ?? (oldSecret === null ? '' : unsealed(oldSecret, keys, needed));
  const client = { endpoint, clientId, clientSecret, scope };
  const clientSecretSealed = typedSecret === undefined ? oldSecret : typedSecret === '' ? null : keys.seal(typedSecret);
  const common = { provider, endpoint, clientId, clientSecretSealed, scope };
  if (refreshToken !== '') {
    // it was tried before being saved, and may already have been replaced
    const refreshTokenSealed = keys.seal(tokens.newest(client, refreshToken));
    return { stored: { ...common, refreshTokenSealed, grantId: randomUUID() }, client, typedToken: refreshToken };
  }
  if (!stored || !old || !sameHost(typed, stored)) throw needed();
  const { refreshTokenSealed, grantId } = old;
  return { stored: { ...common, refreshTokenSealed, grantId }, client, typedToken: null };
}

function unsealed(sealed: string, keys: Services['keys'], again: () => Error): string {
  try {
    return keys.unseal(sealed);
  } catch {
    throw again();
  }
}

import { createHash } from 'node:crypto';
import { messagesIn } from '#contract/messages/index.ts';
import type { Changes } from '../../database/changes.ts';
import type { Store } from '../../database/open.ts';
import type { AccessTokens, OauthClient } from '../../kernel/access-tokens.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Keys } from '../../kernel/keys.ts';
import { SmtpFailure, Withdrawn } from '../smtp/failure.ts';
import { type Granted, requestToken } from './request.ts';
import { grantOf, replaceGrant } from './store.ts';

interface AccessTokensOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Milliseconds for one request. */
  readonly timeout?: number;
}

interface Kept {
  /** What it belongs to: the client, and the refresh token that somebody typed. */
  readonly of: string;
  readonly token: string;
  readonly until: number;
}

/** A token this close to its end is not used any more. */
const margin = (lasts: number) => Math.min(60_000, lasts / 2);

export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { store, changes, keys, clock, timeout = 10_000 } = options;
  const kept = new Map<number, Kept>();
  const lines = new Map<number, Promise<unknown>>();
  /** By the digest of a refresh token and its client: what the endpoint replaced it with. */
  const successors = new Map<string, string>();

  const newest = (client: Named, refreshToken: string): string => {
    let token = refreshToken;
    for (const seen = new Set([token]); ; seen.add(token)) {
      const next = successors.get(digestOf(client, token));
      if (next === undefined || seen.has(next)) return token;
      token = next;
    }
  };

  /** Of two requests for the same organization, the second waits for the first, and usually finds what it needs. */
  const inLine = <T>(organizationId: number, work: () => Promise<T>): Promise<T> => {
    const result = (lines.get(organizationId) ?? Promise.resolve()).then(work, work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    lines.set(organizationId, settled);
    void settled.then(() => {
      if (lines.get(organizationId) === settled) lines.delete(organizationId);
    });
    return result;
  };

  const ask = async (client: OauthClient, refreshToken: string): Promise<Granted> => {
    const granted = await requestToken(client, refreshToken, timeout);
    if (granted.refreshToken !== undefined && granted.refreshToken !== refreshToken)
      successors.set(digestOf(client, refreshToken), granted.refreshToken);
    return granted;
  };

  const askWith = async (organizationId: number, client: OauthClient, sealed: string): Promise<Granted> => {
    const stored = unseal(keys, sealed);
    const refreshToken = newest(client, stored);
    const granted = await ask(client, refreshToken);
    const next = granted.refreshToken ?? refreshToken;
    if (next !== stored)
      await changes.write([], clock.now(), (db) => replaceGrant(db, organizationId, sealed, keys.seal(next)));
    return granted;
  };

  const askByStored = async (organizationId: number, client: OauthClient, grantId: string): Promise<Granted> => {
    const sealed = await grantOf(store.read, organizationId, grantId);
    if (sealed === undefined) throw new Withdrawn();
    try {
      return await askWith(organizationId, client, sealed);
    } catch (error) {
      // another process may have used it up meanwhile, and stored its replacement
      const now = await grantOf(store.read, organizationId, grantId);
      if (now === undefined || now === sealed) throw error;
      return askWith(organizationId, client, now);
    }
  };

  return {
    newest,
    ofStored:
      (organizationId, client, grantId, { anew } = { anew: false }) =>
      (refused) =>
        inLine(organizationId, async () => {
          const of = JSON.stringify([client.endpoint, client.clientId, client.scope, grantId]);
          const there = kept.get(organizationId);
          if (!anew && there?.of === of && there.until > clock.now() && there.token !== refused)
            return { token: there.token, fresh: refused !== undefined };
          kept.delete(organizationId);
          const { accessToken, lasts } = await askByStored(organizationId, client, grantId);
          kept.set(organizationId, { of, token: accessToken, until: clock.now() + lasts - margin(lasts) });
          return { token: accessToken, fresh: true };
        }),
    ofTyped: (organizationId, client, refreshToken) => () =>
      inLine(organizationId, async () => {
        const { accessToken } = await ask(client, newest(client, refreshToken));
        return { token: accessToken, fresh: true };
      }),
    async close() {
      await Promise.all(lines.values());
    },
  };
}

type Named = Pick<OauthClient, 'endpoint' | 'clientId'>;

const digestOf = ({ endpoint, clientId }: Named, refreshToken: string): string =>
  createHash('sha256')
    .update(JSON.stringify([endpoint, clientId, refreshToken]))
    .digest('base64url');

function unseal(keys: Keys, sealed: string): string {
  try {
    return keys.unseal(sealed);
  } catch {
    const { keyChanged } = messagesIn('en').mail.token;
    throw new SmtpFailure(keyChanged, { stage: 'token', code: 'NO-TOKEN', lasting: true });
  }
}

/** Where access tokens are requested, and as which client (RFC 6749, 6). */
export interface OauthClient {
  readonly endpoint: string;
  readonly clientId: string;
  /** Empty: none. */
  readonly clientSecret: string;
  readonly scope: string;
}

export interface AccessToken {
  readonly token: string;
  /** Obtained just now: if it is refused, another one would not help. */
  readonly fresh: boolean;
}

/** Gives a token that should work. @param refused one that was not accepted: another one is requested */
export type TokenSource = (refused?: string) => Promise<AccessToken>;

/** Gets access tokens and keeps them, in memory only, until shortly before they expire; one request per organization at once. */
export interface AccessTokens {
  /**
   * With the stored refresh token.
   * @param grantId which one: once another has been typed, this source gives no more tokens
   * @param options `anew`: never one from memory
   */
  readonly ofStored: (
    organizationId: number,
    client: OauthClient,
    grantId: string,
    options?: { readonly anew: boolean },
  ) => TokenSource;
  /** With one that was typed and may never be stored. */
  readonly ofTyped: (organizationId: number, client: OauthClient, refreshToken: string) => TokenSource;
  /** What the endpoint replaced a refresh token with while it was being tried, else the token itself. */
  readonly newest: (client: Pick<OauthClient, 'endpoint' | 'clientId'>, refreshToken: string) => string;
  /** Resolves when no request is under way: an answer may hold a refresh token that must be stored. */
  readonly close: () => Promise<void>;
}

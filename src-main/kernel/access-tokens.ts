/** Who asks for access tokens, and where (RFC 6749, 6). */
export interface OauthClient {
  readonly endpoint: string;
  readonly clientId: string;
  /** Empty: none. */
  readonly clientSecret: string;
  readonly scope: string;
}

export interface AccessToken {
  readonly token: string;
  /** Got just now: who is refused with it need not ask for another. */
  readonly fresh: boolean;
}

/** Gives a token that should work. @param refused one that was not accepted: another one is got */
export type TokenSource = (refused?: string) => Promise<AccessToken>;

/** Gets access tokens and keeps them, in memory only, until shortly before they expire; one request at a time for each organization. */
export interface AccessTokens {
  /**
   * By the refresh token that is stored.
   * @param grantId which one: after another was typed, the source gives nothing any more
   * @param options `anew`: never one that was kept
   */
  readonly ofStored: (
    organizationId: number,
    client: OauthClient,
    grantId: string,
    options?: { readonly anew: boolean },
  ) => TokenSource;
  /** By one that was typed and may never be stored. */
  readonly ofTyped: (organizationId: number, client: OauthClient, refreshToken: string) => TokenSource;
  /** What the endpoint has put in the place of a refresh token while it was tried, else the token itself. */
  readonly newest: (client: Pick<OauthClient, 'endpoint' | 'clientId'>, refreshToken: string) => string;
  /** Resolves when no request is under way: an answer may hold a refresh token that must be stored. */
  readonly close: () => Promise<void>;
}

/** What is kept and shown where no access token came. */
export const token = {
  away: (host: string, why: string) => `No access token from ${host}: ${why}`,
  noAnswer: 'It did not answer.',
  status: (host: string, status: number) => `No access token: ${host} answered with status ${status}.`,
  malformed: (host: string, what: string) => `No access token: the answer of ${host} ${what}.`,
  noJson: 'is not a JSON object',
  noToken: 'holds no usable access token',
  notBearer: 'holds a token that is not a bearer token',
  noExpiry: 'does not say in seconds how long the token lasts',
  badRefresh: 'holds an unusable refresh token',
  said: (host: string, words: string) => `${host} answered: ${words}`,
  refused: 'The sign-in was refused.',
  /** By the code of RFC 6749, 5.2. */
  reasons: {
    invalid_grant:
      'The sign-in was refused: the refresh token has expired or was revoked. Get a new one and type it in Settings.',
    invalid_client: 'The sign-in was refused: client id or client secret is not right.',
    unauthorized_client: 'The sign-in was refused: this client may not use refresh tokens.',
    invalid_scope: 'The sign-in was refused: the scope is not known or was not granted.',
    unsupported_grant_type: 'The sign-in was refused: the endpoint does not accept refresh tokens.',
  },
  keyChanged: 'The stored refresh token cannot be read any more. Type it again.',
};

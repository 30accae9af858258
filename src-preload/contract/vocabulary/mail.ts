/** `starttls`: upgraded before anything else is said. `tls`: from the first byte. `none`: in clear, only if the admin says so. */
export const mailSecurities = ['starttls', 'tls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** How to log in to the server: not at all, with a password, or with access tokens of OAuth 2 (XOAUTH2). */
export const mailAuths = ['none', 'password', 'oauth2'] as const;
export type MailAuth = (typeof mailAuths)[number];

/** Where a test of the settings stopped. */
export const mailTestSteps = [
  'look-up',
  'connect',
  'greeting',
  'tls',
  'token',
  'login',
  'sender',
  'recipient',
  'message',
] as const;

export const oauthProviders = ['microsoft', 'google', 'other'] as const;
export type OauthProvider = (typeof oauthProviders)[number];

interface Preset {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls';
  readonly endpoint: string;
  readonly scope: string;
}

/** Values to fill a form with; nothing is fetched from or sent to these addresses on its own. */
export const oauthPresets: Readonly<Record<Exclude<OauthProvider, 'other'>, Preset>> = {
  microsoft: {
    host: 'smtp.office365.com',
    port: 587,
    security: 'starttls',
    endpoint: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
    scope: 'https://outlook.office.com/SMTP.Send offline_access',
  },
  google: {
    host: 'smtp.gmail.com',
    port: 587,
    security: 'starttls',
    endpoint: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
  },
};

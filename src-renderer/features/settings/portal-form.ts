import type { InputOf, OutputOf } from '#contract/index.ts';

/** What the fields of the portal's settings hold. */
export interface PortalForm {
  readonly address: string;
  readonly port: number | string;
  readonly baseUrl: string;
  readonly https: boolean;
  readonly certificate: { readonly certificateFile: string; readonly keyFile: string };
  /** With commas or spaces in between. */
  readonly trustedProxies: string;
}

export const portalValues = (stored: OutputOf<'portal.settings'>): PortalForm => ({
  address: stored.address,
  port: stored.port,
  baseUrl: stored.baseUrl ?? '',
  https: stored.certificate !== null,
  certificate: {
    certificateFile: stored.certificate?.certificateFile ?? '',
    keyFile: stored.certificate?.keyFile ?? '',
  },
  trustedProxies: stored.trustedProxies.join(', '),
});

/** Files stay in the form when somebody tries the other choice, and are stored only if the portal encrypts. */
export const portalInput = (form: PortalForm): Omit<InputOf<'portal.save'>, 'organizationId'> => ({
  address: form.address.trim(),
  port: Number(form.port),
  baseUrl: form.baseUrl.trim() === '' ? null : form.baseUrl,
  certificate: form.https ? form.certificate : null,
  trustedProxies: form.trustedProxies.split(/[\s,;]+/).filter(Boolean),
});

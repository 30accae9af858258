import { z } from 'zod';
import { logoTypes } from './look.ts';
import { command, query } from './operation.ts';
import { done, inOrganization, instant } from './values.ts';

/** Whether links can begin with it. `URL` ignores spaces and line breaks, but a link in a mail ends there. */
export function isBaseUrl(text: string): boolean {
  if (text.length > 500 || /[\s\p{C}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !search && !hash && !username && !password;
}

const baseUrl = z.string().trim().max(500).refine(isBaseUrl, 'not-a-web-address');

/** One computer, or the network of some proxies; never everybody. */
const proxy = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'not-a-proxy')
  .refine((text) => !text.endsWith('/0'), 'not-a-proxy');

/** Whether the text is the address of a proxy, or the network of some. */
export const isProxy = (text: string): boolean => proxy.safeParse(text).success;

/** What can be wrong with a certificate and its key. */
export const certificateProblems = [
  'not-a-certificate',
  'not-a-key',
  'key-encrypted',
  'mismatch',
  'weak',
  'not-begun',
  'ended',
  'names',
  'base-not-https',
] as const;
export type CertificateProblem = (typeof certificateProblems)[number];

/** Why a certificate is refused, or does not work. `host` is what links begin with. */
export interface CertificateTrouble {
  readonly problem: CertificateProblem;
  readonly file: string;
  readonly host?: string | undefined;
  readonly names?: readonly string[] | undefined;
}

const file = z.string().min(1, 'empty').max(4000);
const certificate = z.object({
  /** PEM: the certificate, followed by those of its issuers. */
  certificateFile: file,
  /** PEM, without a passphrase. */
  keyFile: file,
});

export const portal = {
  settings: query({
    summary: 'Shows where the portal listens, the base of its links, its certificate, and which proxies it trusts.',
    input: inOrganization,
    output: z.object({
      address: z.string(),
      /** 0 until the first start has chosen one. */
      port: z.int(),
      /** Null: made from address and port. */
      baseUrl: z.string().nullable(),
      /** What links begin with now. */
      linksBeginWith: z.string(),
      loopback: z.boolean(),
      /** The certificate with which the portal itself serves HTTPS; null: it serves HTTP. */
      certificate: certificate
        .extend({
          /** The names it is for. */
          names: z.array(z.string()),
          endsAt: instant.nullable(),
          /** It has ended, or is within both the last third of its life and its last fourteen days. */
          endsSoon: z.boolean(),
          /** Why it does not work as it is now: `certificate-refused` or `file-unreadable`. */
          trouble: z.object({ code: z.string(), data: z.unknown() }).nullable(),
        })
        .nullable(),
      /** Addresses and networks whose X-Forwarded-For and -Proto are trusted; empty: the usual ones. */
      trustedProxies: z.array(z.string()),
      nextChangeAt: instant.nullable(),
    }),
    needs: 'settings:read',
    reads: ['portal'],
  }),
  save: command({
    summary: 'Changes address, port, base URL, certificate and proxies of the portal; it moves there at once.',
    input: inOrganization.extend({
      address: z.union([z.ipv4(), z.ipv6()], 'not-an-ip-address'),
      port: z.int().min(0).max(65_535),
      baseUrl: z.union([baseUrl, z.null()]),
      /** Null: HTTP. Omitted: unchanged. */
      certificate: certificate.nullable().optional(),
      /** Omitted: unchanged. */
      trustedProxies: z.array(proxy).max(20).optional(),
    }),
    output: done,
    needs: 'settings:write',
    changes: ['portal'],
  }),
  logo: query({
    summary: 'Hands the portal the logo behind an address that its pages name, while an organization wears it.',
    input: z.strictObject({ address: z.string().max(200) }),
    output: z.object({ logo: z.object({ type: z.enum(logoTypes), base64: z.string() }).nullable() }),
    needs: 'anyone',
    faces: ['portal'],
    reads: ['wording'],
  }),
};

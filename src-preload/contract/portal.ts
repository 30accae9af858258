import { z } from 'zod';
import { command, query } from './operation.ts';
import { done, inOrganization } from './values.ts';

/** Whether links can begin with it. `URL` passes over spaces and line breaks, but a link in a mail ends there. */
export function isBaseUrl(text: string): boolean {
  if (text.length > 500 || /[\s\p{C}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !search && !hash && !username && !password;
}

const baseUrl = z.string().trim().max(500).refine(isBaseUrl, 'not-a-web-address');

export const portal = {
  settings: query({
    summary: 'Shows where the portal listens, the base of its links, and whether it runs.',
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
    }),
    needs: 'settings:read',
    reads: ['portal'],
  }),
  save: command({
    summary: 'Changes address, port and base URL of the portal; it moves there at once.',
    input: inOrganization.extend({
      address: z.union([z.ipv4(), z.ipv6()], 'not-an-ip-address'),
      port: z.int().min(0).max(65_535),
      baseUrl: z.union([baseUrl, z.null()]),
    }),
    output: done,
    needs: 'settings:write',
    changes: ['portal'],
  }),
};

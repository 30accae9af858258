import type { WornLook } from '#contract/look.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Keys } from '../../kernel/keys.ts';
import { type Logo, wornNow } from './store.ts';

/** From a row that joins the tables `look` and `logo`; null where there is none. */
export interface LookColumns {
  readonly accent: string | null;
  readonly logo: string | null;
  readonly logoWidth: number | null;
  readonly logoHeight: number | null;
}
/** Selected together with the organization's name: no page needs another query for its look. */
export const lookColumns = [
  'look.accent',
  'look.logo',
  'logo.width as logoWidth',
  'logo.height as logoHeight',
] as const;

const purpose = 'logo';

/**
 * What a page of the portal wears. The picture's address is its hash and a signature, so that somebody who has an
 * organization's picture from elsewhere cannot find out whether that organization is here.
 */
export function wornLook(keys: Keys, { accent, logo, logoWidth: width, logoHeight: height }: LookColumns): WornLook {
  return {
    accent,
    logo: logo && width && height ? { address: `${logo}.${keys.sign(purpose, logo)}`, width, height } : null,
  };
}

/** The picture behind such an address, as long as an organization wears it. */
export async function wornLogo(
  { db, keys }: { readonly db: ReadableDb; readonly keys: Keys },
  address: string,
): Promise<Pick<Logo, 'type' | 'content'> | undefined> {
  const [, sha256, signature] = /^([0-9a-f]{64})\.([\w-]{43})$/.exec(address) ?? [];
  if (!sha256 || !signature || !keys.verify(purpose, sha256, signature)) return undefined;
  const row = await db
    .selectFrom('look')
    .innerJoin('logo', wornNow)
    .select(['logo.type', 'logo.content'])
    .where('look.logo', '=', sha256)
    .executeTakeFirst();
  return row && { type: row.type, content: Buffer.from(row.content) };
}

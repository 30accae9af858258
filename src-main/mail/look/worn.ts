import type { WornLook } from '#contract/look.ts';
import type { ReadableDb } from '../../database/schema.ts';
import type { Keys } from '../../kernel/keys.ts';
import { type Logo, wornNow } from './store.ts';

/** Of a row where the tables `look` and `logo` were joined; null where there is none. */
export interface LookColumns {
  readonly accent: string | null;
  readonly logo: string | null;
  readonly logoWidth: number | null;
  readonly logoHeight: number | null;
}
/** To be selected beside the organization's name: no page asks for its look apart. */
export const lookColumns = [
  'look.accent',
  'look.logo',
  'logo.width as logoWidth',
  'logo.height as logoHeight',
] as const;

const purpose = 'logo';

/**
 * What a page of the portal wears. The address of the picture is its hash and a signature: whoever has an organization's
 * picture from elsewhere cannot ask by it whether that organization is here.
 */
export function wornLook(keys: Keys, { accent, logo, logoWidth: width, logoHeight: height }: LookColumns): WornLook {
  return {
    accent,
    logo: logo && width && height ? { address: `${logo}.${keys.sign(purpose, logo)}`, width, height } : null,
  };
}

/** The picture behind such an address, while an organization wears it. */
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

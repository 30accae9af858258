import type { ReadableDb } from '../../database/schema.ts';
import { type Logo, readLogo } from './store.ts';

/** The logos of letters being sent, read once rather than for every mail. */
export type LogoShelf = (organizationId: number, sha256: string) => Promise<Logo | undefined>;

const most = 16;

export function createLogoShelf(db: ReadableDb): LogoShelf {
  const kept = new Map<string, Promise<Logo | undefined>>();
  return (organizationId, sha256) => {
    const name = `${organizationId} ${sha256}`;
    const found = kept.get(name);
    if (found) return found;
    if (kept.size >= most) kept.clear();
    const logo = readLogo(db, organizationId, sha256);
    kept.set(name, logo);
    // a failure is not kept: the next mail tries again
    logo.catch(() => kept.delete(name));
    return logo;
  };
}

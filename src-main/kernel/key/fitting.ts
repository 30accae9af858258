import { GatehouseError } from '#contract/errors.ts';
import { type Anchor, proofOf } from '../audit-chain.ts';
import { type KeyProvider, workspaceKeys } from '../keys.ts';

/** The beginnings of a database's audit: they are signed with the key that it was written with. */
type Proven = Parameters<typeof proofOf>[1] & Pick<Anchor, 'proof'>;

/** Whether a key is the database's own; for one without any beginning there is no telling. */
export function fitsAnchors(anchors: readonly Proven[], provider: KeyProvider): 'fits' | 'other' | 'unknown' {
  if (anchors.length === 0) return 'unknown';
  try {
    const keys = workspaceKeys(provider);
    // one is enough: a forged beginning must not lock anybody out of their workspace
    return anchors.some((anchor) => proofOf(keys, anchor) === anchor.proof) ? 'fits' : 'other';
  } catch {
    return 'other';
  }
}

/** @throws GatehouseError `key-wrong`: with another key links would be dead, and the audit would look forged */
export function refuseOther(anchors: readonly Proven[], provider: KeyProvider, file: string): void {
  if (fitsAnchors(anchors, provider) === 'other') throw new GatehouseError('key-wrong', { file });
}

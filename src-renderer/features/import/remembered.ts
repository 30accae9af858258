import type { RememberedColumns } from '#contract/desktop.ts';
import { type ImportField, mostImports } from '#contract/vocabulary/import.ts';

export type Fields = readonly (ImportField | null)[];
type Kept = readonly RememberedColumns[];

const isSame = (a: RememberedColumns, organizationId: number, headings: readonly string[]) =>
  a.organizationId === organizationId && JSON.stringify(a.headings) === JSON.stringify(headings);

/** How a list with these headings was read before, in this organization. Headings are compared, never used as keys. */
export const rememberedFields = (kept: Kept, organizationId: number, headings: readonly string[]): Fields | undefined =>
  kept.find((one) => isSame(one, organizationId, headings))?.fields;

/** Remembers one more, the latest first; a list without headings could not be recognized. */
export function remember(kept: Kept, latest: RememberedColumns): Kept {
  const { organizationId, headings } = latest;
  if (headings.length === 0) return kept;
  return [latest, ...kept.filter((one) => !isSame(one, organizationId, headings))].slice(0, mostImports);
}

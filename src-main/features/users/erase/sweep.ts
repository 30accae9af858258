import { rowsNaming, writeTexts } from '../../../database/naming.ts';
import type { WritableDb } from '../../../database/schema.ts';
import { places } from './places.ts';
import type { Wiper } from './wipe.ts';

/** Replaces a person with the pseudonym wherever else an organization's rows name them. */
export async function sweep(db: WritableDb, organizationId: number, wiper: Wiper): Promise<void> {
  for (const place of places) {
    for (const row of await rowsNaming(db, place, organizationId, wiper.needles)) {
      const texts = place.columns.flatMap((column) => {
        const text = row[column];
        return typeof text === 'string' ? [[column, text] as const] : [];
      });
      const about = texts.some(([, text]) => wiper.names(text));
      const wiped = texts.map(([column, text]) => [column, wiper.wipe(text, about)] as const);
      const changed = wiped.filter(([column, text]) => text !== row[column]);
      if (changed.length > 0) await writeTexts(db, place, row, changed);
    }
  }
}

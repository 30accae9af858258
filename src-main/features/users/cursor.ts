import { GatehouseError } from '#contract/errors.ts';

/** Where a page ends: the last row's key. Opaque to who carries it. */
export interface Cursor {
  readonly sortKey: string;
  readonly id: number;
}

/** Base64url, so that it goes through any face as it is. */
export const writeCursor = ({ sortKey, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

/** @throws GatehouseError `invalid-input` for anything that `writeCursor` did not write */
export function readCursor(text: string): Cursor {
  try {
    const [sortKey, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (typeof sortKey === 'string' && Number.isSafeInteger(id)) return { sortKey, id: id as number };
  } catch {
    // falls through to the one answer for all that is not a cursor
  }
  throw new GatehouseError('invalid-input', { name: 'users.list' }, [
    { path: ['after'], code: 'not-a-cursor', message: 'not-a-cursor' },
  ]);
}

import { GatehouseError } from '#contract/errors.ts';
import { type UserStatus, userStatuses } from '#contract/vocabulary/user-filter.ts';
import type { UserSort } from '#contract/vocabulary/users.ts';

/** Where a page ends: the key of its last row in the order of the list. Opaque to callers. */
export interface Cursor {
  /** The part of the list that the row is in, where it is sorted by status. */
  readonly status?: UserStatus | undefined;
  /** Null after those whose access has an end, where the list is sorted by that. */
  readonly key: string | number | null;
  readonly id: number;
}

/** Base64url, so that it passes through any face unchanged. It names the sort: in another order it would lead astray. */
export const writeCursor = (sort: UserSort, { status, key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, ...(status === undefined ? [] : [status]), key, id])).toString('base64url');

/** @throws GatehouseError `invalid-input` for anything that `writeCursor` did not write for a list of this sort */
export function readCursor(sort: UserSort, text: string): Cursor {
  const cursor = parse(sort, text);
  if (cursor && writeCursor(sort, cursor) === text) return cursor;
  throw new GatehouseError('invalid-input', { name: 'users.list' }, [
    { path: ['after'], code: 'not-a-cursor', message: 'not-a-cursor' },
  ]);
}

function parse(sort: UserSort, text: string): Cursor | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  const [of, ...keys] = parts as unknown[];
  const status = sort === 'status' ? userStatuses.find((s) => s === keys[0]) : undefined;
  const [key, id] = keys.slice(-2);
  const isInstant = Number.isSafeInteger(key);
  const isKey =
    sort === 'changed' || sort === 'timeLeft'
      ? isInstant
      : sort === 'expiry'
        ? isInstant || key === null
        : typeof key === 'string';
  const fits = of === sort && isKey && Number.isSafeInteger(id) && (status !== undefined) === (sort === 'status');
  if (!fits) return undefined;
  return { status, key: key as Cursor['key'], id: id as number };
}

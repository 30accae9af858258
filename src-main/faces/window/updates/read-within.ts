import { refusal, UpdateFailure } from './trouble.ts';

/** As `fetch`, Node's or an Electron session's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How long a feed of a few kilobytes may take, in milliseconds. */
const patience = 30_000;

/**
 * Reads the answer of an address, which is known to be small. Redirects are not followed.
 * @param most bytes
 */
export async function readWithin(fetch: Fetch, url: string, most: number): Promise<Buffer> {
  const response = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    headers: { accept: '*/*', 'user-agent': 'Gatehouse' },
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal(response.status);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      throw new UpdateFailure('unreadable', `> ${most} B`);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

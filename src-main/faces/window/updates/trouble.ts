import type { UpdateTrouble } from '#contract/updates.ts';

/** What went wrong, for the user; `detail` never holds an address. */
export class UpdateFailure extends Error implements UpdateTrouble {
  readonly code: UpdateTrouble['code'];
  readonly detail: string;
  constructor(code: UpdateTrouble['code'], detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'UpdateFailure';
    this.code = code;
    this.detail = detail;
  }
}

/** The failure for a server's refusal. @param status of HTTP */
export const refusal = (status: number) =>
  new UpdateFailure(status === 404 || status === 410 ? 'not-found' : 'answer', String(status));

/** Codes of Node and of electron-updater. */
const byCode: Readonly<Record<string, UpdateTrouble['code']>> = {
  ERR_CHECKSUM_MISMATCH: 'checksum',
  ERR_UPDATER_INVALID_SIGNATURE: 'publisher',
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EACCES: 'no-write',
  EPERM: 'no-write',
  EROFS: 'no-write',
  ENOTFOUND: 'offline',
  EAI_AGAIN: 'offline',
  ECONNREFUSED: 'offline',
  ECONNRESET: 'offline',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'offline',
  ETIMEDOUT: 'offline',
  UND_ERR_SOCKET: 'offline',
};

/** Chromium's network errors are told apart by their names alone. */
const byName: readonly (readonly [RegExp, UpdateTrouble['code']])[] = [
  [/ERR_CERT_|ERR_SSL_/, 'certificate'],
  [/ERR_BLOCKED_BY_CLIENT|redirect/i, 'elsewhere'],
  [/net::ERR_(INTERNET|NAME|CONNECTION|NETWORK|ADDRESS|PROXY|TUNNEL|TIMED_OUT|EMPTY)/, 'offline'],
  [/timed? ?out/i, 'offline'],
];

/** Reads an error of the network, the disk or electron-updater. */
export function troubleOf(error: unknown): UpdateTrouble {
  if (error instanceof UpdateFailure) return { code: error.code, detail: error.detail };
  const chain = [...causes(error)];
  for (const { code } of chain) if (code && byCode[code]) return { code: byCode[code], detail: code };
  for (const { message } of chain) {
    const [, status] = /, status (\d{3})/.exec(message) ?? [];
    if (status) return troubleOf(refusal(Number(status)));
    const known = byName.find(([name]) => name.test(message));
    if (known) return { code: known[1], detail: /net::\w+/.exec(message)?.[0] ?? '' };
  }
  const [first] = chain;
  return { code: 'failed', detail: first?.code ?? first?.message.split('\n')[0]?.slice(0, 200) ?? '' };
}

function* causes(error: unknown): Generator<{ readonly code?: string | undefined; readonly message: string }> {
  for (let one = error; one instanceof Error; one = one.cause)
    yield { code: (one as NodeJS.ErrnoException).code, message: one.message };
}

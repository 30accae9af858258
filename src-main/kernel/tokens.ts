import type { Keys } from './keys.ts';

export interface TokenSubject {
  readonly invitationId: number;
  readonly generation: number;
}

const purpose = 'invitation-link';
const subject = (s: TokenSubject) => `${s.invitationId}.${s.generation}`;

/** The secret part of a link: derived each time, so that nothing has to keep it. */
export const makeToken = (keys: Keys, s: TokenSubject): string => `${subject(s)}.${keys.sign(purpose, subject(s))}`;

/** @returns whose link it is, or undefined for anything that this workspace did not sign, to the last bit */
export function readToken(keys: Keys, token: string): TokenSubject | undefined {
  const [, id, generation, signature] = /^([1-9]\d{0,14})\.([1-9]\d{0,8})\.([\w-]{43})$/.exec(token) ?? [];
  if (!id || !generation || !signature) return undefined;
  const s = { invitationId: Number(id), generation: Number(generation) };
  return keys.verify(purpose, subject(s), signature) ? s : undefined;
}

/** @param base what links begin with, without a slash at the end; never taken from a request */
export const makeLink = (keys: Keys, base: string, s: TokenSubject): string => `${base}/i/${makeToken(keys, s)}`;

const resetPurpose = 'password-reset';

/** The secret part of a link for a new password, derived each time like those of invitations. */
export const makeResetToken = (keys: Keys, resetId: number): string =>
  `${resetId}.${keys.sign(resetPurpose, String(resetId))}`;

/** @returns which link it is, or undefined for anything that this workspace did not sign */
export function readResetToken(keys: Keys, token: string): number | undefined {
  const [, id, signature] = /^([1-9]\d{0,14})\.([\w-]{43})$/.exec(token) ?? [];
  return id && signature && keys.verify(resetPurpose, id, signature) ? Number(id) : undefined;
}

/** @param base as for `makeLink` */
export const makeResetLink = (keys: Keys, base: string, resetId: number): string =>
  `${base}/reset/${makeResetToken(keys, resetId)}`;

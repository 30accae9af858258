import { GatehouseError } from '#contract/errors.ts';
import type { OperationName } from '#contract/index.ts';
import type { Look } from '#contract/look.ts';
import type { ReadableDb } from '../../database/schema.ts';
import { readImage } from '../../mail/look/image.ts';
import { type Logo, loadLooks, readLogo } from '../../mail/look/store.ts';

/** The look with the picture itself. */
export interface LookInFull {
  readonly accent: string | null;
  readonly logo: Logo | null;
}

export async function lookOf(db: ReadableDb, organizationId: number): Promise<LookInFull> {
  const look = (await loadLooks(db, [organizationId])).get(organizationId);
  const logo = look?.logo ? ((await readLogo(db, organizationId, look.logo.sha256)) ?? null) : null;
  return { accent: look?.accent ?? null, logo };
}

export function shownLook({ accent, logo }: LookInFull): Look {
  if (!logo) return { accent, logo };
  const { content, ...facts } = logo;
  return { accent, logo: { ...facts, bytes: content.length, base64: content.toString('base64') } };
}

type Typed = { readonly base64: string } | null | undefined;

/** @throws GatehouseError `invalid-input` at the field, with the reason why the file cannot be a logo */
export function typedLogo(typed: Typed, name: OperationName, path: readonly string[]): Logo | null | undefined {
  if (!typed) return typed;
  const read = readImage(typed.base64);
  if (typeof read !== 'string') return read;
  throw new GatehouseError('invalid-input', { name }, [{ path, code: read, message: read }]);
}

import { GatehouseError } from '#contract/errors.ts';
import type { Caller } from './context.ts';

/** A page names no file by itself: its own dialog must have chosen it. @throws GatehouseError `path-not-chosen` */
export function refuseUnchosen({ face, chosen }: Caller, file: string): void {
  if (face === 'window' && !chosen?.has(file)) throw new GatehouseError('path-not-chosen', {});
}

import { existsSync } from 'node:fs';
import type { Session } from './session.ts';
import { wrongUse } from './usage.ts';

/** A file that is there already is replaced only with `--yes`. @throws GatehouseError `usage` */
export function refuseOverwriting({ given }: Pick<Session, 'given'>, file: string): void {
  if (!given.yes && existsSync(file)) throw wrongUse('file-exists', file);
}

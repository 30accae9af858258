import type { WritableDb } from '../../database/schema.ts';

export interface PortalSettings {
  readonly address: string;
  /** 0: the system chooses one at the next start, which is then kept. */
  readonly port: number;
  /** Null: links begin with address and port. */
  readonly baseUrl: string | null;
}

/** Where the portal of the workspace listens and what links begin with. */
export async function savePortal(db: WritableDb, { address, port, baseUrl }: PortalSettings): Promise<void> {
  await db.updateTable('portal_settings').set({ address, port, base_url: baseUrl }).execute();
}

/** Keeps the port that the system chose at the first start, so that links stay right over restarts. */
export async function keepPort(db: WritableDb, port: number): Promise<void> {
  await db.updateTable('portal_settings').set({ port }).where('port', '=', 0).execute();
}

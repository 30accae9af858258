import type { CertificateFiles } from '../../database/link-life.ts';
import type { WritableDb } from '../../database/schema.ts';

export interface PortalSettings {
  readonly address: string;
  /** 0: the system chooses one at the next start, which is then stored. */
  readonly port: number;
  /** Null: links begin with address and port. */
  readonly baseUrl: string | null;
  readonly certificate: CertificateFiles | null;
  readonly trustedProxies: readonly string[];
}

/** Stores where the workspace's portal listens, with which certificate, and what links begin with. */
export async function savePortal(db: WritableDb, settings: PortalSettings): Promise<void> {
  const { address, port, baseUrl, certificate, trustedProxies } = settings;
  await db
    .updateTable('portal_settings')
    .set({
      ...{ address, port, base_url: baseUrl },
      certificate_file: certificate?.certificateFile ?? null,
      key_file: certificate?.keyFile ?? null,
      trusted_proxies: trustedProxies.join(' '),
    })
    .execute();
}

/** Stores the port that the system chose at the first start, so that links stay valid across restarts. */
export async function keepPort(db: WritableDb, port: number): Promise<void> {
  await db.updateTable('portal_settings').set({ port }).where('port', '=', 0).execute();
}

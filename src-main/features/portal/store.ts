import type { CertificateFiles } from '../../database/link-life.ts';
import type { WritableDb } from '../../database/schema.ts';

export interface PortalSettings {
  readonly address: string;
  /** 0: the system chooses one at the next start, which is then kept. */
  readonly port: number;
  /** Null: links begin with address and port. */
  readonly baseUrl: string | null;
  readonly certificate: CertificateFiles | null;
  readonly trustedProxies: readonly string[];
}

/** Where the portal of the workspace listens, with what, and what links begin with. */
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

/** Keeps the port that the system chose at the first start, so that links stay right over restarts. */
export async function keepPort(db: WritableDb, port: number): Promise<void> {
  await db.updateTable('portal_settings').set({ port }).where('port', '=', 0).execute();
}

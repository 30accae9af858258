import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { selfSigned } from './certificates.ts';
import { temporaryFolder } from './workspace.ts';

const python = '/usr/bin/python3';

/** Debian's python3-aiosmtpd: the scripts install it where they can; elsewhere the tests that need it are skipped. */
export const hasAiosmtpd = (): boolean => spawnSync(python, ['-c', 'import aiosmtpd']).status === 0;

export interface ForeignMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly tls: boolean;
  readonly authenticated: boolean;
  /** Base64. */
  readonly raw: string;
}

/** Requires STARTTLS and the login `gate` with the password `sesame`. */
export async function startAiosmtpd(): Promise<{ readonly port: number; readonly messages: readonly ForeignMail[] }> {
  const folder = temporaryFolder();
  const { key, cert } = selfSigned();
  const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  const script = path.join(import.meta.dirname, 'aiosmtpd-sink.py');
  const server = spawn(python, ['-W', 'ignore', script, certFile, keyFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    server.stdin.end();
    if (server.exitCode === null) await once(server, 'exit');
  });
  const lines = createInterface({ input: server.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  const messages: ForeignMail[] = [];
  lines.on('line', (line) => messages.push(JSON.parse(line) as ForeignMail));
  return { port: (JSON.parse(first) as { port: number }).port, messages };
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './workspace.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const usual = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

interface Wanted {
  /** Names it is valid for besides `name`, as OpenSSL writes them: `IP:127.0.0.1`. */
  readonly also?: readonly string[];
  /** Instead of `name`: all names it is valid for. */
  readonly names?: string;
  readonly days?: number;
  /** OpenSSL's arguments for a new key. */
  readonly newKey?: readonly string[];
}

/** A self-signed certificate made for this test, so that no key is ever committed. Needs the openssl program. */
export function selfSigned(
  name = 'localhost',
  { also = [], days = 2, newKey = usual, names }: Wanted = {},
): Certificate {
  const folder = temporaryFolder();
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const made = ['req', '-x509', ...newKey, '-nodes', '-days', String(days)];
  const all = names ?? [`DNS:${name}`, ...also].join(',');
  const about = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${all}`, '-keyout', key, '-out', cert];
  execFileSync('openssl', [...made, ...about], { stdio: 'pipe' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** The same key, readable only with a passphrase. */
export const withPassphrase = ({ key }: Certificate): string =>
  execFileSync('openssl', ['pkcs8', '-topk8', '-passout', 'pass:a passphrase'], {
    input: key,
    stdio: 'pipe',
  }).toString();

/** Certificate and key as files, which can be overwritten with others. */
export function certificateFiles(pair: Certificate) {
  const folder = path.join(temporaryFolder(), 'tls');
  mkdirSync(folder);
  const files = { certificateFile: path.join(folder, 'fullchain.pem'), keyFile: path.join(folder, 'privkey.pem') };
  const write = ({ cert, key }: Partial<Certificate>) => {
    if (cert !== undefined) writeFileSync(files.certificateFile, cert);
    if (key !== undefined) writeFileSync(files.keyFile, key, { mode: 0o600 });
  };
  write(pair);
  return { files, write };
}

import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** A self-signed certificate and its key in files of that name, made new each time. Needs the openssl program. */
export function certificateIn(folder: string, name: string, host: string, days: number) {
  const files = { certificateFile: path.join(folder, `${name}.crt`), keyFile: path.join(folder, `${name}.key`) };
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const about = ['-days', String(days), '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  execFileSync('openssl', [...made, ...about, '-keyout', files.keyFile, '-out', files.certificateFile], {
    stdio: 'pipe',
  });
  return files;
}

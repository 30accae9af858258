import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Certificate } from './certificates.ts';
import { temporaryFolder } from './workspace.ts';

const openssl = (...words: string[]) => void execFileSync('openssl', words, { stdio: 'pipe' });
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority only for this test. */
export interface Authority {
  /** Its own certificate, for clients that are to trust it. */
  readonly cert: string;
  /** Makes a certificate for a name, valid until then. */
  readonly sign: (name: string, until: Date) => Certificate;
}

/** An instant as written in certificates: `261128120000Z`. */
const asn1 = (at: Date): string => `${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`;

/** Makes an authority whose certificates are valid except where the test spoils them. */
export function makeAuthority(): Authority {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const itself = ['-keyout', at('ca.key'), '-out', at('ca.pem')];
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Test authority', ...itself);
  writeFileSync(at('index'), '');
  const files = [`new_certs_dir=${folder}`, `database=${at('index')}`, 'rand_serial=yes', 'unique_subject=no'];
  const begin = [
    '[ca]',
    'default_ca=it',
    '[it]',
    ...files,
    'default_md=sha256',
    'policy=names',
    'x509_extensions=more',
  ];
  return {
    cert: readFileSync(at('ca.pem'), 'utf8'),
    sign(name, until) {
      openssl('req', '-new', ...newKey, '-subj', `/CN=${name}`, '-keyout', at('key.pem'), '-out', at('request.pem'));
      const rest = ['[names]', 'commonName=supplied', '[more]', `subjectAltName=DNS:${name}`];
      writeFileSync(at('config'), [...begin, ...rest, ''].join('\n'));
      const signing = [
        '-cert',
        at('ca.pem'),
        '-keyfile',
        at('ca.key'),
        '-in',
        at('request.pem'),
        '-out',
        at('cert.pem'),
      ];
      const life = ['-startdate', '200101000000Z', '-enddate', asn1(until)];
      openssl('ca', '-batch', '-notext', '-config', at('config'), ...signing, ...life);
      return { key: readFileSync(at('key.pem'), 'utf8'), cert: readFileSync(at('cert.pem'), 'utf8') };
    },
  };
}

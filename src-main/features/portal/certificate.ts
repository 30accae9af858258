import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { GatehouseError } from '#contract/errors.ts';
import type { CertificateProblem, CertificateTrouble } from '#contract/portal.ts';
import type { CertificateFiles } from '../../database/link-life.ts';
import { openingTrouble } from '../../database/trouble.ts';

/** What HTTPS is served with, as it is in the files. */
export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

const day = 86_400_000;
/** How long before its end a certificate is spoken of, where a third of its life is not less. */
const noticeMilliseconds = 14 * day;
/** NIST SP 800-57 part 1; OpenSSL serves nothing shorter by its own rules either. */
const leastRsaBits = 2048;

const refuse = (problem: CertificateProblem, file: string, more: Partial<CertificateTrouble> = {}) =>
  new GatehouseError('certificate-refused', { problem, file, ...more });

/**
 * Reads both files and looks whether they belong together. Nothing of the key is kept anywhere else: it is read anew at
 * each start and whenever the file changes.
 * @throws GatehouseError `file-unreadable`, `certificate-refused`
 */
export async function readPair({ certificateFile, keyFile }: CertificateFiles): Promise<CertificatePair> {
  const [cert, key] = await Promise.all([read(certificateFile), read(keyFile)]);
  const certificate = parseCertificate(cert, certificateFile);
  const bits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < leastRsaBits) throw refuse('weak', certificateFile);
  if (!certificate.checkPrivateKey(parseKey(key, keyFile))) throw refuse('mismatch', keyFile);
  return { cert, key };
}

/** No certificate and its issuers are longer. */
const mostBytes = 256 * 1024;

/** @returns nothing for what is no plain file, or too long to be one of these */
async function read(file: string): Promise<string> {
  try {
    const found = await stat(file);
    return found.isFile() && found.size <= mostBytes ? await readFile(file, 'latin1') : '';
  } catch (error) {
    throw openingTrouble(error, file);
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  try {
    if (!text.includes('-----BEGIN CERTIFICATE-----')) throw refuse('not-a-certificate', file);
    return new X509Certificate(text);
  } catch {
    throw refuse('not-a-certificate', file);
  }
}

function parseKey(text: string, file: string): KeyObject {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) throw refuse('key-encrypted', file);
  try {
    return createPrivateKey(text);
  } catch {
    throw refuse('not-a-key', file);
  }
}

export interface CertificateFacts {
  readonly names: readonly string[];
  readonly endsAt: number;
  /** From when on it is spoken of. */
  readonly noticeAt: number;
}

/** Whom a certificate is for and how long. */
export function factsOf(cert: string): CertificateFacts {
  const certificate = new X509Certificate(cert);
  const [begins, endsAt] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const noticeAt = endsAt - Math.min(noticeMilliseconds, (endsAt - begins) / 3);
  return { names: namesOf(certificate), endsAt, noticeAt };
}

const namesOf = ({ subjectAltName = '' }: X509Certificate): readonly string[] =>
  subjectAltName
    .split(', ')
    .flatMap((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? [])
    .slice(0, 100);

/** Whether browsers would take it for what links begin with. @throws GatehouseError `certificate-refused` */
export function refuseForeign({ cert }: CertificatePair, certificateFile: string, linksBeginWith: string): void {
  const { protocol, hostname } = new URL(linksBeginWith);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') throw refuse('base-not-https', certificateFile, { host: linksBeginWith });
  const certificate = new X509Certificate(cert);
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  // a name that is only the subject's is read by no browser any more (RFC 9525)
  const fits = isAddress ? certificate.checkIP(host) : certificate.checkHost(host, { subject: 'never' });
  if (fits === undefined) throw refuse('names', certificateFile, { host, names: namesOf(certificate) });
}

/** @throws GatehouseError `certificate-refused` */
export function refuseUntimely({ cert }: CertificatePair, certificateFile: string, now: number): void {
  const certificate = new X509Certificate(cert);
  if (Date.parse(certificate.validTo) <= now) throw refuse('ended', certificateFile);
  if (Date.parse(certificate.validFrom) > now) throw refuse('not-begun', certificateFile);
}

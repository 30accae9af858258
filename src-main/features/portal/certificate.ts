import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { GatehouseError } from '#contract/errors.ts';
import type { CertificateProblem, CertificateTrouble } from '#contract/portal.ts';
import type { CertificateFiles } from '../../database/link-life.ts';
import { openingTrouble } from '../../database/trouble.ts';

/** What HTTPS is served with, as read from the files. */
export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

const day = 86_400_000;
/** How long before its end the window mentions a certificate, unless a third of its life is less. */
const noticeMilliseconds = 14 * day;
/** NIST SP 800-57 part 1; by its own rules OpenSSL serves nothing shorter either. */
const leastRsaBits = 2048;

const refuse = (problem: CertificateProblem, file: string, more: Partial<CertificateTrouble> = {}) =>
  new GatehouseError('certificate-refused', { problem, file, ...more });

/**
 * Reads both files and checks whether they belong together. The key is stored nowhere else: it is read at each start and
 * whenever the file changes.
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

/** No certificate with its issuers is longer. */
const mostBytes = 256 * 1024;

/** @returns an empty text for anything that is no plain file, or too long to be one of these */
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
  /** When the window begins to mention it. */
  readonly noticeAt: number;
}

/** The names a certificate is for, and how long it is valid. */
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

/** Refuses a certificate that browsers would not accept for our links. @throws GatehouseError `certificate-refused` */
export function refuseForeign({ cert }: CertificatePair, certificateFile: string, linksBeginWith: string): void {
  const { protocol, hostname } = new URL(linksBeginWith);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') throw refuse('base-not-https', certificateFile, { host: linksBeginWith });
  const certificate = new X509Certificate(cert);
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  // browsers no longer read a name that is only in the subject (RFC 9525)
  const fits = isAddress ? certificate.checkIP(host) : certificate.checkHost(host, { subject: 'never' });
  if (fits === undefined) throw refuse('names', certificateFile, { host, names: namesOf(certificate) });
}

/** @throws GatehouseError `certificate-refused` */
export function refuseUntimely({ cert }: CertificatePair, certificateFile: string, now: number): void {
  const certificate = new X509Certificate(cert);
  if (Date.parse(certificate.validTo) <= now) throw refuse('ended', certificateFile);
  if (Date.parse(certificate.validFrom) > now) throw refuse('not-begun', certificateFile);
}

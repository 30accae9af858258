import type { CertificateProblem, CertificateTrouble } from '../../portal.ts';

const most = 3;
const some = (names: readonly string[] = []) =>
  names.length === 0
    ? 'no name at all'
    : names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');

const problems: { readonly [P in CertificateProblem]: (trouble: CertificateTrouble) => string } = {
  'not-a-certificate': (t) => `${t.file} holds no certificate in PEM format.`,
  'not-a-key': (t) => `${t.file} holds no private key in PEM format.`,
  'key-encrypted': (t) => `The key in ${t.file} has a passphrase. Use one without, in a file that only you can read.`,
  mismatch: (t) => `The key in ${t.file} does not belong to the certificate.`,
  weak: (t) => `The key of the certificate in ${t.file} is too short. Use RSA with 2048 bits or more, or ECDSA.`,
  'not-begun': (t) => `The certificate in ${t.file} is not valid yet.`,
  ended: (t) => `The certificate in ${t.file} has expired.`,
  names: (t) => `Links lead to ${t.host}, but the certificate is for ${some(t.names)}.`,
  'base-not-https': (t) =>
    `Links begin with ${t.host}, but with a certificate the portal answers HTTPS only. Begin them with https://.`,
};

/** HTTPS of the portal's own, and the proxies before it. */
export const https = {
  problem: (trouble: CertificateTrouble): string => problems[trouble.problem](trouble),
  encryption: 'Encryption',
  modes: {
    proxy: 'By a proxy, or not at all',
    own: 'By the portal, with a certificate',
  },
  proxyHint: 'The portal answers HTTP. A proxy before it, such as nginx or Caddy, answers HTTPS.',
  ownHint: 'Files in PEM format. They are read at each start and again when they change: renewing them is enough.',
  certificateFile: 'Certificate',
  keyFile: 'Private key',
  none: 'No file chosen',
  choose: 'Choose…',
  chooseCertificate: 'Choose the certificate',
  chooseKey: 'Choose the private key',
  certificateFiles: 'Certificates and keys',
  allFiles: 'All files',
  names: 'Certificate for',
  until: 'Valid until',
  proxies: 'Trusted proxies',
  proxiesHint:
    'Addresses or networks, such as 10.0.0.5 or 10.0.1.0/24. Only they may say on whose behalf they ask. Empty: a proxy on this computer, once links have a base address.',
  noProxy:
    'Links begin with https://, but the portal answers HTTP. They work once a proxy with HTTPS stands before it.',
  needsHttps: 'With a certificate links have to begin with https://.',
  soon: {
    title: (when: string) => `The portal’s certificate is valid only until ${when}`,
    text: 'From then on browsers warn everybody who opens a link. Renew the files; they are read by themselves.',
  },
  trouble: {
    title: 'The portal’s certificate does not work',
  },
  action: 'Portal',
};

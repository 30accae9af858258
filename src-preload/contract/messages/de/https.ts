import type { CertificateProblem, CertificateTrouble } from '../../portal.ts';

const most = 3;
const some = (names: readonly string[] = []) =>
  names.length === 0
    ? 'keinen einzigen Namen'
    : names.slice(0, most).join(', ') + (names.length > most ? ` und ${names.length - most} weitere` : '');

const problems: { readonly [P in CertificateProblem]: (trouble: CertificateTrouble) => string } = {
  'not-a-certificate': (t) => `${t.file} enthält kein Zertifikat im PEM-Format.`,
  'not-a-key': (t) => `${t.file} enthält keinen privaten Schlüssel im PEM-Format.`,
  'key-encrypted': (t) =>
    `Der Schlüssel in ${t.file} hat ein Kennwort. Verwenden Sie einen ohne, in einer Datei, die nur Sie lesen können.`,
  mismatch: (t) => `Der Schlüssel in ${t.file} gehört nicht zum Zertifikat.`,
  weak: (t) =>
    `Der Schlüssel des Zertifikats in ${t.file} ist zu kurz. Verwenden Sie RSA mit mindestens 2048 Bit oder ECDSA.`,
  'not-begun': (t) => `Das Zertifikat in ${t.file} gilt noch nicht.`,
  ended: (t) => `Das Zertifikat in ${t.file} ist abgelaufen.`,
  names: (t) => `Links führen zu ${t.host}, das Zertifikat gilt aber für ${some(t.names)}.`,
  'base-not-https': (t) =>
    `Links beginnen mit ${t.host}, mit einem Zertifikat antwortet das Portal aber nur über HTTPS. Lassen Sie sie mit https:// beginnen.`,
};

/** HTTPS of the portal's own, and the proxies before it. */
export const https = {
  problem: (trouble: CertificateTrouble): string => problems[trouble.problem](trouble),
  encryption: 'Verschlüsselung',
  modes: {
    proxy: 'Ein Proxy oder niemand',
    own: 'Das Portal, mit Zertifikat',
  },
  proxyHint: 'Das Portal antwortet über HTTP. Ein Proxy davor, etwa nginx oder Caddy, antwortet über HTTPS.',
  ownHint:
    'Dateien im PEM-Format. Sie werden bei jedem Start gelesen und wieder, wenn sie sich ändern: Es genügt, sie zu erneuern.',
  certificateFile: 'Zertifikat',
  keyFile: 'Privater Schlüssel',
  none: 'Keine Datei gewählt',
  choose: 'Wählen …',
  chooseCertificate: 'Zertifikat wählen',
  chooseKey: 'Privaten Schlüssel wählen',
  certificateFiles: 'Zertifikate und Schlüssel',
  allFiles: 'Alle Dateien',
  names: 'Zertifikat für',
  until: 'Gültig bis',
  proxies: 'Vertraute Proxys',
  proxiesHint:
    'Adressen oder Netze, etwa 10.0.0.5 oder 10.0.1.0/24. Nur sie dürfen sagen, für wen sie fragen. Leer: ein Proxy auf diesem Computer, sobald Links eine Basisadresse haben.',
  noProxy:
    'Links beginnen mit https://, das Portal antwortet aber über HTTP. Sie funktionieren, sobald ein Proxy mit HTTPS davorsteht.',
  needsHttps: 'Mit einem Zertifikat müssen Links mit https:// beginnen.',
  soon: {
    title: (when: string) => `Das Zertifikat des Portals gilt nur noch bis ${when}`,
    text: 'Danach warnen Browser alle, die einen Link öffnen. Erneuern Sie die Dateien; gelesen werden sie von selbst.',
  },
  trouble: {
    title: 'Das Zertifikat des Portals ist nicht verwendbar',
  },
  action: 'Portal',
};

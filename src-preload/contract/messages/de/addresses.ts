import type { AddressProblem } from '../../address-problem.ts';

/** Each completes “Abgelehnt: …”. */
const problems: Readonly<Record<AddressProblem | 'two-addresses', string>> = {
  empty: 'es fehlt eine E-Mail-Adresse',
  'too-long': 'länger als die 254 Zeichen, die eine E-Mail-Adresse haben darf',
  'control-character': 'enthält ein Steuerzeichen',
  'invisible-character': 'enthält ein unsichtbares Zeichen; es hilft, die Adresse von Hand einzugeben',
  comment: 'enthält runde Klammern ( )',
  'angle-brackets': 'enthält spitze Klammern < >',
  group: 'sieht aus wie der Name einer Verteilerliste mit Doppelpunkt; führen Sie deren Adressen ohne ihn auf',
  'several-addresses': 'mehrere Adressen, wo eine erwartet wurde',
  space: 'enthält ein Leerzeichen',
  'no-at': 'es fehlt das @',
  'several-ats': 'mehr als ein @',
  'local-empty': 'vor dem @ steht nichts',
  'local-too-long': 'mehr als 64 Zeichen vor dem @',
  'local-dots': 'zwei Punkte hintereinander vor dem @',
  'local-dot-edge': 'der Teil vor dem @ beginnt oder endet mit einem Punkt',
  'local-quoted': 'enthält Anführungszeichen oder einen umgekehrten Schrägstrich',
  'local-character': 'vor dem @ steht ein Zeichen, das Adressen nicht haben können',
  'domain-empty': 'nach dem @ steht nichts',
  'domain-too-long': 'die Domain ist länger als 255 Zeichen',
  'domain-dots': 'zwei Punkte hintereinander in der Domain',
  'domain-dot-edge': 'die Domain beginnt oder endet mit einem Punkt',
  'domain-single-label': 'der Domain fehlt eine Endung wie .com',
  'domain-label-too-long': 'ein Teil der Domain ist länger als 63 Zeichen',
  'domain-hyphen': 'ein Teil der Domain beginnt oder endet mit einem Bindestrich',
  'domain-character': 'ein Zeichen, das Domains nicht haben können',
  'domain-literal': 'die Domain ist eine Adresse in eckigen Klammern; nötig ist ein Name',
  'domain-number': 'die Domain endet mit einer Zahl; nötig ist ein Name',
  'two-addresses': 'zwei verschiedene Adressen für eine Person; lassen Sie die richtige stehen',
};

export const addresses = {
  problems,
  warnings: {
    'mixed-script': 'die Domain mischt Buchstaben verschiedener Alphabete und ahmt vielleicht eine andere nach',
  },
} as const;

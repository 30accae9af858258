import type { AddressProblem } from '../../address-problem.ts';

/** Each completes "This entry was left out: …". */
const problems: Readonly<Record<AddressProblem | 'two-addresses', string>> = {
  empty: 'there is no e-mail address',
  'too-long': 'longer than the 254 characters that an e-mail address may have',
  'control-character': 'contains a control character',
  'invisible-character': 'contains an invisible character; typing the address by hand helps',
  comment: 'contains brackets ( )',
  'angle-brackets': 'contains angle brackets < >',
  group: 'looks like the name of a mail group with a colon; list its addresses without it',
  'several-addresses': 'several addresses where one was expected',
  space: 'contains a space',
  'no-at': 'there is no @ in it',
  'several-ats': 'more than one @',
  'local-empty': 'nothing before the @',
  'local-too-long': 'more than 64 characters before the @',
  'local-dots': 'two dots in a row before the @',
  'local-dot-edge': 'the part before the @ begins or ends with a dot',
  'local-quoted': 'contains quotation marks or a backslash',
  'local-character': 'a character before the @ that addresses cannot have',
  'domain-empty': 'nothing after the @',
  'domain-too-long': 'the domain is longer than 255 characters',
  'domain-dots': 'two dots in the domain',
  'domain-dot-edge': 'the domain begins or ends with a dot',
  'domain-single-label': 'the domain has no ending such as .com',
  'domain-label-too-long': 'a part of the domain is longer than 63 characters',
  'domain-hyphen': 'a part of the domain begins or ends with a hyphen',
  'domain-character': 'a character that domains cannot have',
  'domain-literal': 'the domain is an address in square brackets; a name is needed',
  'domain-number': 'the domain ends in a number; a name is needed',
  'two-addresses': 'two different addresses for one person; keep the right one',
};

export const addresses = {
  problems,
  warnings: {
    'mixed-script': 'the domain mixes letters of different alphabets and may imitate another one',
  },
} as const;

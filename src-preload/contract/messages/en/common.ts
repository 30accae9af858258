import { number } from './format.ts';

/** `1 person`, `12 people`: English needs two forms; other languages bring their own. */
export const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const common = {
  product: 'Gatehouse',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  done: 'Done',
  tryAgain: 'Try again',
  copyDetails: 'Copy details',
  loading: 'Loading',
  optional: 'Optional',
  required: 'required',
  none: '–',
  people: (n: number) => count(n, 'person', 'people'),
  more: (n: number) => `+${n}`,
  lives: { 24: '24 hours', 72: '3 days', 168: '7 days' },
  hours: (n: number) => (n % 24 === 0 && n >= 48 ? count(n / 24, 'day', 'days') : count(n, 'hour', 'hours')),
  roles: {
    owner: 'Owner',
    admin: 'Admin',
    'user-manager': 'User manager',
    'account-manager': 'Account manager',
    auditor: 'Auditor',
    member: 'Member',
  },
};

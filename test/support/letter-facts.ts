import type { LetterFacts } from '../../src-main/mail/letter/letter.ts';

/** A link of the right form that opens nothing. */
export const letterLink = `https://join.example.com/i/17.1.${'x'.repeat(43)}`;

/** A guest's invitation, with everything that a template may name. */
export const letterFacts: LetterFacts = {
  kind: 'invitation',
  toEmail: 'ana@example.org',
  toName: 'Ana',
  language: 'en',
  organization: 'Example Logistics',
  timeZone: 'Europe/Amsterdam',
  contact: null,
  inviter: 'Olive Owner',
  roles: ['Admin'],
  guest: { days: 30, note: 'See you' },
  expiresAt: null,
  lifeHours: 72,
  about: null,
  linksBeginWith: 'https://join.example.com',
  sender: 'invitations@example.com',
  senderName: 'Example IT',
  replyTo: null,
};

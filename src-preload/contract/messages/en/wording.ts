import type { PlaceholderName } from '../../placeholders.ts';
import type { WordingKind, wordingExamples } from '../../vocabulary/wording.ts';
import type { WordingProblem } from '../../wording.ts';
import { number } from './format.ts';

/** When each mail goes out, and to whom. */
const kinds: Readonly<Record<WordingKind, { readonly name: string; readonly when: string }>> = {
  invitation: { name: 'Invitation', when: 'To whoever is invited, and once more by Send again.' },
  reinvitation: { name: 'Reinvitation', when: 'To whoever is reinvited: their earlier link has ended.' },
  reminder: { name: 'Reminder', when: 'To whoever has not answered, some time before their link ends.' },
  'password-reset': { name: 'Forgotten password', when: 'To whoever asks in the portal for a new password.' },
  'guest-ending': { name: 'Guest: access ends', when: 'To a guest, some days before the last one.' },
  'guest-ended': { name: 'Guest: access ended', when: 'To a guest, on the morning after the last day.' },
  'guest-renewed': { name: 'Guest: renewed', when: 'To a guest whose access was renewed, if they are to be told.' },
  'sponsor-ending': { name: 'Sponsor: access ends', when: 'To the sponsor of a guest, some days before the last one.' },
  'sponsor-ended': { name: 'Sponsor: access ended', when: 'To the sponsor, on the morning after the last day.' },
  'guests-digest': { name: 'Guest digest', when: 'To account managers, one a day about all guests.' },
};

/** What each placeholder stands for. */
const placeholders: Readonly<Record<PlaceholderName, { readonly text: string; readonly example: string }>> = {
  organization: { text: 'The name of the organization.', example: 'Example Logistics' },
  name: { text: 'The name of the recipient.', example: 'Ana Silva' },
  email: { text: 'The address that the mail goes to.', example: 'ana.silva@example.com' },
  contact: { text: 'Whom to ask: the contact address, else the reply-to, else the sender.', example: 'it@example.com' },
  inviter: { text: 'Who invites.', example: 'Olive Owner' },
  role: { text: 'The role, if it is only one.', example: 'Member' },
  roles: { text: 'All roles, in one list.', example: 'Admin and User manager' },
  'as-guest': { text: 'These words, for a guest only.', example: 'as a guest' },
  days: { text: 'How long the access of a guest lasts.', example: '30 days' },
  note: { text: 'What the inviter wrote to a guest, as a quotation.', example: 'See you at the gate.' },
  link: { text: 'The button, and the address of the link below it. It is needed once.', example: 'https://…' },
  until: { text: 'Until when the link works.', example: 'Monday, 23 November 2026 at 13:00 (Europe/Amsterdam)' },
  date: { text: 'The last day with access.', example: 'Saturday, 30 May 2026' },
  day: { text: 'The last day with access, in short.', example: '30 May' },
  zone: { text: 'The time zone of the organization.', example: 'Europe/Amsterdam' },
  sponsor: { text: 'Who answers for the guest.', example: 'Olive Owner' },
  guest: { text: 'The guest, with their address.', example: 'Gus Guest (gus@partner.test)' },
  'guest-name': { text: 'The guest, in short.', example: 'Gus Guest' },
  counts: { text: 'How many guests it is about.', example: '2 ending, 1 ended' },
  'ending-count': { text: 'How many guests leave soon.', example: '2 guests' },
  ending: { text: 'The list of guests who leave soon.', example: '- Gus Guest (gus@partner.test), …' },
  'ended-count': { text: 'How many guests have left.', example: '1 guest' },
  ended: { text: 'The list of guests who have left.', example: '- Kim Guest (kim@partner.test), …' },
};

const place = ({ line, column }: WordingProblem) => `Line ${line}, character ${column}`;
const instead = ({ instead: name }: WordingProblem) => (name === null ? '' : ` Did you mean {${name}}?`);

/** What is wrong with a template, where, and what to do. */
const problems: Readonly<Record<WordingProblem['code'], (problem: WordingProblem) => string>> = {
  empty: () => 'Fill this in.',
  'not-a-placeholder': (p) => `${place(p)}: {${p.what}} is not known in this mail.${instead(p)}`,
  'brace-not-closed': (p) => `${place(p)}: { is never closed. Write {{ for the sign itself.`,
  'brace-not-opened': (p) => `${place(p)}: } closes nothing. Write }} for the sign itself.`,
  'bracket-not-closed': (p) => `${place(p)}: [ is never closed. Write [[ for the sign itself.`,
  'bracket-not-opened': (p) => `${place(p)}: ] closes nothing. Write ]] for the sign itself.`,
  'bracket-in-bracket': (p) => `${place(p)}: brackets cannot stand in brackets. Write [[ for the sign itself.`,
  'not-in-subject': (p) => `${place(p)}: {${p.what}} cannot stand in a subject.`,
  'link-missing': () => 'The mail needs its link: put {link} on a line of its own.',
  'link-twice': (p) => `${place(p)}: {link} is there a second time. Once is enough.`,
  'link-in-brackets': (p) => `${place(p)}: {link} cannot stand in brackets, or some would get no link.`,
};

/** Words of the pages on which mails are worded. */
export const wording = {
  list: 'Mails',
  kinds,
  placeholders,
  problems,
  changed: 'Changed',
  withMark: (name: string) => `${name} (changed)`,
  mail: 'Mail',
  language: 'Language',
  subject: 'Subject',
  body: 'Text',
  bodyHint:
    'An empty line begins a paragraph, “- ” an item of a list. […] is left out where a placeholder in it has no value, and […|…] takes the first part that has all of its values.',
  insert: 'Insert',
  insertOne: (name: string) => `Insert {${name}}`,
  exampleOf: (text: string, example: string) => `${text} Example: ${example}`,
  maybeEmpty: 'It may have no value: put what depends on it into brackets.',
  moreProblems: (n: number) => (n === 1 ? 'One more thing is wrong.' : `${number(n)} more things are wrong.`),
  preview: 'Preview',
  noPreview: 'The preview could not be made',
  examples: 'Preview for',
  exampleNames: { user: 'User', guest: 'Guest', bare: 'Least known' } satisfies Readonly<
    Record<(typeof wordingExamples)[number], string>
  >,
  lastSound: 'This is the text before the error.',
  unread: 'The wording could not be read',
  reset: 'Reset to default',
  notChanged: 'It has the default wording.',
  resetDialog: {
    title: 'Reset to default?',
    text: 'Your wording of this mail is lost. Mails that were tried already keep theirs.',
    keep: 'Keep the wording',
    confirm: 'Reset',
    done: 'The mail has the default wording again.',
  },
  test: {
    action: 'Send a test',
    title: 'Send a test',
    lead: 'Sends what is typed, saved or not, by the mail settings. It is marked as a test, and its link is an example.',
    to: 'To',
    send: 'Send test',
    sending: 'Sending',
    wrong: 'Correct the text first.',
    subject: (subject: string) => `[[Test]] ${subject}`,
    notice:
      'This is a test of the wording of a mail: nobody was invited or changed, and a link in it leads to an example.',
  },
  look: {
    title: 'Logo and colour',
    when: 'On top of every mail and of the portal’s pages, and on their buttons and links.',
    logo: 'Logo',
    logoHint:
      'PNG or JPEG, 100 KB at most. It travels inside the mail: nothing is loaded from anywhere. The portal shows it beside the organization’s name.',
    drop: 'Drop a picture here',
    choose: 'Choose a file',
    replace: 'Choose another',
    remove: 'Remove logo',
    alt: (organization: string) => `Logo of ${organization}`,
    facts: (width: number, height: number, kilobytes: number) =>
      `${width} × ${height}, ${number(Math.max(1, Math.round(kilobytes)))} KB`,
    colour: 'Colour',
    colourHint: 'Of buttons and links. The words on a button turn dark where white could not be read.',
    usual: 'Usual colour',
    oneFile: 'One picture only.',
    unread: 'Logo and colour could not be read',
  },
  /** Invented people of the preview and the test. */
  example: {
    name: 'Ana Silva',
    email: 'ana.silva@example.com',
    inviter: 'Olive Owner',
    sender: 'invitations@example.com',
    roles: ['Admin', 'User manager'],
    note: 'Ask for Kim at the gate.',
    guests: [
      { name: 'Gus Guest', email: 'gus@partner.test' },
      { name: 'Maria Rossi', email: 'maria@partner.test' },
      { name: 'Kim Guest', email: 'kim@partner.test' },
    ],
  },
};

import type { Permission } from '../../vocabulary/permissions.ts';
import { count } from './common.ts';

/** Words of roles and their rights. */
export const roles = {
  title: 'Roles',
  unread: 'The roles could not be read',
  list: 'Roles of the organization',
  new: 'New role',
  builtIn: 'Built-in',
  members: (n: number) => count(n, 'member', 'members'),
  showMembers: 'Show members',
  duplicate: 'Duplicate',
  remove: 'Remove',
  name: 'Name',
  notices: {
    builtIn: 'Built-in roles stay as they are. Duplicate this one to make a role of your own from it.',
    tooMuch: 'This role allows more than your own roles do, so you cannot change it.',
  },
  matrix: {
    label: (role: string) => `Rights of ${role}`,
    what: 'Resource',
    read: 'Read',
    write: 'Write',
    box: (deed: string, what: string) => `${deed}: ${what}`,
    noWrite: 'The audit log is written by Gatehouse alone.',
    sets: {
      users: ['Users', 'People, their invitations, status and access; with write: invite, change, suspend and remove.'],
      guests: ['Guests', 'People from outside whose access ends on a day.'],
      structure: [
        'Teams, groups, products and lines',
        'What people belong to; with write: add, rename, merge, archive.',
      ],
      roles: ['Roles', 'What each role allows; with write: make roles and change their rights.'],
      mail: ['Mail', 'Outbox and mail server; with write: set up the server, send again, hold.'],
      settings: ['Settings', 'Organization, policies, licences and portal.'],
      audit: ['Audit', 'Who did what, when and from where.'],
    } satisfies Readonly<Record<string, readonly [string, string]>>,
    extra: 'Rights of their own',
    extras: {
      'links:copy': ['Copy invitation links', 'Whoever has the link can accept in the person’s place.'],
      'invitations:reinvite': ['Reinvite', 'Ends the old link and mails a new one.'],
      'guests:invite': ['Invite guests', 'Brings people from outside in for a limited time.'],
    } satisfies Readonly<Partial<Record<Permission, readonly [string, string]>>>,
    notHeld: 'Your own roles do not allow this, so you cannot give it.',
  },
  dialog: {
    create: 'Add a role',
    createHint: 'It allows nothing at first; choose its rights on the page that follows.',
    createDeed: 'Add role',
    duplicate: (name: string) => `Duplicate ${name}`,
    duplicateHint: 'The new role begins with the same rights and no members.',
    withheld: (n: number) =>
      `${count(n, 'right', 'rights')} that you do not hold yourself ${n === 1 ? 'is' : 'are'} left out.`,
    duplicateDeed: 'Duplicate role',
    copyOf: (name: string) => `Copy of ${name}`,
  },
  removal: {
    title: 'Remove this role?',
    nobody: 'Nobody has it. This is final.',
    some: (n: number) =>
      `${count(n, 'person has', 'people have')} it and ${n === 1 ? 'gets' : 'get'} another one in its place, so that nobody is left without. This is final.`,
    replacement: 'Gets instead',
    choose: 'Choose a role',
    keep: 'Keep',
    confirm: 'Yes, remove this role',
  },
  done: {
    created: (name: string) => `${name} added.`,
    removed: (name: string) => `${name} removed.`,
  },
  missing: { title: 'There is no such role', text: 'It may have been removed.', back: 'Go to Roles' },
} as const;

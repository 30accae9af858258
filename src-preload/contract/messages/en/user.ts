import type { InvitationState } from '../../users.ts';
import type { MemberKind } from '../../vocabulary/user-filter.ts';
import { count } from './common.ts';
import { userActivity } from './user-activity.ts';

const invitationStates: Readonly<Record<InvitationState, string>> = {
  pending: 'Pending',
  expired: 'Expired',
  accepted: 'Accepted',
  revoked: 'Revoked',
  replaced: 'Replaced',
};

/** What the breadcrumb begins with. */
const homes: Readonly<Record<MemberKind, string>> = { user: 'Users', guest: 'Guests', 'inbox-agent': 'Inbox agents' };

/** Words of the page of one user. */
export const user = {
  breadcrumb: 'Where you are',
  homes,
  actions: 'Actions',
  more: (name: string) => `More actions for ${name}`,
  inviteAgain: 'Invite again',
  copyEmail: 'Copy e-mail',
  unknown: {
    title: 'There is no such user',
    text: 'The address of this page is wrong, or the user belongs to another organization.',
    back: 'Go to Users',
  },
  notices: {
    pending: 'Pending.',
    left: (span: string, when: string) => `The link stops working in ${span}, on ${when}.`,
    notStarted: 'The link’s life starts when its mail is handed to the server, or when the link is copied.',
    expired: 'Expired.',
    expiredAt: (when: string) => `The link stopped working on ${when}. The seat is free; a new invitation claims one.`,
    expiredSome: 'The link no longer works. The seat is free; a new invitation claims one.',
    suspended: 'Suspended.',
    suspendedText: 'There is no access until it is given back. Roles and teams stay.',
    revoked: 'The invitation was revoked.',
    removed: 'Removed from the organization.',
    gone: 'What follows is history. To return, they are invited from scratch.',
  },
  invitations: {
    title: 'Invitations',
    only: 'Only the newest link works',
    none: 'This person was never invited: they set the organization up.',
    columns: { number: 'No.', state: 'State', sent: 'Sent', validUntil: 'Valid until', mail: 'Mail' },
    states: invitationStates,
    invitedBy: (name: string) => `Invited by ${name}`,
  },
  access: {
    title: 'Access',
    fixed: 'Name and e-mail belong to the person and cannot be changed here.',
    agent: 'Inbox agents hold no role: all that they reach is their inbox in the portal.',
    pending: 'Takes effect when the invitation is accepted',
    active: 'Takes effect at once',
    suspended: 'Takes effect when the access is given back',
    unsaved: 'Not saved yet',
    discard: 'Discard',
    update: 'Update roles',
    updateAgent: 'Update',
    updated: (name: string) => `The access of ${name} is updated.`,
    archived: 'archived',
    none: 'None',
    lastOwner: 'This is the last owner: the role stays until somebody else has it too.',
    own: 'These are your own roles.',
  },
  details: {
    title: 'Details',
    kind: 'Kind',
    status: 'Status',
    phone: 'Phone',
    seat: 'Seat',
    invitedBy: 'Invited by',
    added: 'Added',
    joined: 'Joined',
    seats: {
      one: '1',
      reserved: '1, reserved',
      none: 'None',
    },
  },
  activity: {
    title: 'Activity',
    more: 'Show more',
    none: 'Nothing yet.',
    failed: 'The activity could not be read.',
    words: userActivity,
    by: (name: string) => `by ${name}`,
    byYou: 'by you',
    denied: (what: string) => `Denied: ${what}`,
    shown: (n: number) => count(n, 'entry', 'entries'),
  },
  danger: {
    revoke: {
      title: 'Revoke invitation',
      text: 'The link dies at once and the seat is free again. This cannot be undone; to return, invite from scratch.',
      action: 'Revoke invitation',
    },
    remove: {
      title: 'Remove user from organization',
      text: 'Access ends at once and the seat is free again. This cannot be undone; to return, invite from scratch.',
      action: 'Remove user from organization',
    },
    suspend: {
      title: 'Suspend',
      text: 'Access rests until it is given back. Roles and teams stay; the seat is free meanwhile.',
      action: 'Suspend',
    },
    reactivate: {
      title: 'Reactivate',
      text: 'Gives the access back, with the roles and teams of before.',
      action: 'Reactivate',
    },
  },
} as const;

import { bounces } from './bounces.ts';
import { count } from './common.ts';
import { recovery } from './recovery.ts';

/** What an entry of the audit says about one user: the operation, and what its row wrote down. */
type Detail = Readonly<Record<string, unknown>>;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const list = (names: readonly string[]) => names.join(', ');

/** “Access changed: gained Auditor, Night desk; lost Member”. */
function changes(detail: Detail): string {
  const parts = gainedAndLost(detail);
  return parts.length > 0 ? `Access changed: ${parts.join('; ')}` : 'Access changed';
}

function gainedAndLost(detail: Detail): string[] {
  const added = texts(detail.added);
  const removed = texts(detail.removed);
  return [
    ...(added.length > 0 ? [`gained ${list(added)}`] : []),
    ...(removed.length > 0 ? [`lost ${list(removed)}`] : []),
  ];
}

const generation = (detail: Detail) =>
  typeof detail.generation === 'number' ? `Reinvited, invitation ${detail.generation}` : 'Reinvited';

/** “Guest changed: period 30 days; sponsor eve@example.com; may invite guests; gained Account manager”. */
function guestChanges(detail: Detail): string {
  const { days, sponsor, mayInviteGuests } = detail;
  const parts = [
    ...(typeof days === 'number' ? [`period ${count(days, 'day', 'days')}`] : []),
    ...(typeof sponsor === 'string' ? [`sponsor ${sponsor}`] : []),
    ...(sponsor === null ? ['no sponsor'] : []),
    ...(typeof mayInviteGuests === 'boolean' ? [mayInviteGuests ? 'may invite guests' : 'may not invite guests'] : []),
    ...gainedAndLost(detail),
  ];
  return parts.length > 0 ? `Guest changed: ${parts.join('; ')}` : 'Guest changed';
}

const table: Readonly<Record<string, (detail: Detail) => string>> = {
  'organizations.create': () => 'Set the organization up',
  'organizations.add': () => 'Added the organization',
  'invitations.send': () => 'Invited',
  'drafts.send': () => 'Invited from a draft',
  'drafts.approve': () => 'Invited, approved by a second operator',
  'invitations.reinvite': generation,
  'invitations.reinviteMany': generation,
  'invitations.extend': () => 'Link extended',
  'invitations.extendMany': () => 'Link extended',
  'invitations.sendAgain': () => 'Same link mailed again',
  'invitations.copyLink': () => 'Link copied',
  'invitations.copyLinks': () => 'Link copied',
  'invitations.accept': () => 'Invitation accepted',
  'invitations.revoke': () => 'Invitation revoked',
  'invitations.revokeMany': () => 'Invitation revoked',
  'bounces.import': bounces.activity.reported,
  'bounces.markMany': bounces.activity.marked,
  'bounces.unmark': bounces.activity.unmarked,
  'bounces.unmarkMany': bounces.activity.unmarked,
  'guests.invite': () => 'Invited as a guest',
  'guests.inviteAgain': generation,
  'guests.update': guestChanges,
  'guests.renew': () => 'Guest access renewed',
  'guests.renewMany': () => 'Guest access renewed',
  'guests.setSponsorMany': guestChanges,
  'guests.remove': () => 'Removed from the organization',
  'guests.makeUser': () => 'Made a user',
  'guests.makeGuest': () => 'Made a guest',
  'users.update': changes,
  'users.updateMany': changes,
  'users.suspend': () => 'Suspended',
  'users.suspendMany': () => 'Suspended',
  'users.reactivate': () => 'Reactivated',
  'users.reactivateMany': () => 'Reactivated',
  'users.remove': () => 'Removed from the organization',
  'users.removeMany': () => 'Removed from the organization',
  'users.exportMany': () => 'Exported',
  'roles.remove': () => 'Role replaced, because it was removed',
  'profile.update': () => 'Own profile changed',
  'profile.chooseLanguage': () => 'Language of mails chosen',
  'profile.changePassword': () => 'Password changed',
  'session.signIn': ({ step }) => (step === 'password' ? 'Password given, a code asked for' : 'Signed in'),
  'session.giveCode': ({ by }) => (by === 'recovery-code' ? 'Signed in with a recovery code' : 'Signed in with a code'),
  'twofactor.begin': () => 'Setting up two-factor sign-in',
  'twofactor.confirm': () => 'Two-factor sign-in turned on',
  'twofactor.renewCodes': () => 'New recovery codes made',
  'twofactor.reset': () => 'Two-factor sign-in reset',
  'twofactor.turnOff': () => 'Two-factor sign-in turned off',
  'recovery.renew': () => recovery.activity.renewed,
  'recovery.recover': () => recovery.activity.recovered,
  'session.signOut': () => 'Signed out',
  'session.lock': () => 'Window locked',
  'session.unlock': () => 'Window unlocked',
};

/** What was done, in words; an operation without words of its own is shown by its name. */
export const userActivity = (operation: string, detail: Detail): string => table[operation]?.(detail) ?? operation;
